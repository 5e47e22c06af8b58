package dev.curfew.governance.signal;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whom a signal named, as the ledger has it.
final class SignalNames {
    private static final String CREDENTIAL = "credential";
    private static final String IDENTITY = "identity";

    private SignalNames() {}

    static Map<String, Object> json(EntityId id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", id instanceof CredentialId ? CREDENTIAL : IDENTITY);
        json.put("source", id.source().value());
        json.put("nativeId", id.nativeId());
        return json;
    }

    static List<EntityId> read(@Nullable Object all) {
        return all instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> id((Map<?, ?>) one))
                        .toList()
                : List.of();
    }

    private static EntityId id(Map<?, ?> json) {
        SourceName source = new SourceName(text(json, "source"));
        return text(json, "kind").equals(CREDENTIAL)
                ? new CredentialId(source, text(json, "nativeId"))
                : new IdentityId(source, text(json, "nativeId"));
    }

    private static String text(Map<?, ?> json, String name) {
        return Objects.toString(json.get(name), "");
    }
}
