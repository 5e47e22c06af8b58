package dev.curfew.revocation.plan;

import dev.curfew.revocation.choice.Extent;
import dev.curfew.revocation.choice.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be cut off at once, over all sources.
public record KillOrder(Naming naming, Extent extent, String reason) implements RevocationOrder {
    /// Under which the preview keeps what was named.
    static final String KEPT = "kill";

    static KillOrder of(Map<?, ?> kept, Extent extent, String reason) {
        return new KillOrder(new Naming(texts(kept.get("ids")), texts(kept.get("agents"))), extent, reason);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }

    Map<String, Object> kept() {
        return Map.of("ids", naming.ids(), "agents", naming.agents());
    }
}
