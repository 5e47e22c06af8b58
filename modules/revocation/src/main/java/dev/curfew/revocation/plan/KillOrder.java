package dev.curfew.revocation.plan;

import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import dev.curfew.revocation.choice.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be cut off at once, over all sources.
public record KillOrder(Naming naming, Extent extent, String reason) implements RevocationOrder {
    /// Under which the preview keeps what was named.
    static final String KEPT = "kill";

    static KillOrder of(Map<?, ?> kept, Extent extent, String reason) {
        return new KillOrder(
                new Naming(texts(kept.get("ids")), texts(kept.get("agents")), Traces.in(kept)), extent, reason);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    Map<String, Object> kept() {
        Map<String, Object> kept = new LinkedHashMap<>(naming.traces().kept());
        kept.put("ids", naming.ids());
        kept.put("agents", naming.agents());
        return kept;
    }
}
