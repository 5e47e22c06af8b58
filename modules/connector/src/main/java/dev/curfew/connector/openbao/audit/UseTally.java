package dev.curfew.connector.openbao.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.narrowing.Use;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts what was asked for by those who held a policy.
final class UseTally {
    private static final Messages MESSAGES = Messages.of(UseTally.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Some 30 MiB. Whoever asks for so many different things is not narrowed to them.
    private static final int USES_MAX = 100_000;

    private final String policy;
    private final String quoted;
    private final String namespace;
    private final Instant since;
    private final Map<Asked, Use> uses = new HashMap<>();
    private final Set<String> askers = new HashSet<>();
    private boolean overflown;

    private record Asked(Set<String> with, String operation, String path) {}

    /// @param namespace whose policy it is; empty for the root one
    UseTally(String policy, String namespace, Instant since) {
        this.policy = policy;
        quoted = '"' + policy + '"';
        this.namespace = namespace.isEmpty() || namespace.endsWith("/") ? namespace : namespace + "/";
        this.since = since;
    }

    /// @return false where the line cannot be read
    boolean take(String line) {
        // Most lines are of others, and are not taken apart.
        if (!line.contains(quoted)) {
            return true;
        }
        try {
            JsonNode entry = JSON.readTree(line);
            Optional<Instant> at = Json.instant(entry.path("time"));
            if (entry.path("type").asText().equals("request")
                    && at.filter(since::isBefore).isPresent()) {
                count(entry, at.get());
            }
            return entry.isObject() && at.isPresent();
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private void count(JsonNode entry, Instant at) {
        JsonNode auth = entry.path("auth");
        Set<String> with = held(auth);
        String path = entry.path("request").path("namespace").path("path").asText()
                + entry.path("request").path("path").asText();
        if (!with.contains(policy) || !path.startsWith(namespace)) {
            return;
        }
        String accessor = auth.path("accessor").asText();
        String asker = accessor.isEmpty() ? auth.path("client_token").asText() : accessor;
        if (askers.size() < USES_MAX) {
            askers.add(asker);
        }
        Asked asked =
                new Asked(with, entry.path("request").path("operation").asText(), path.substring(namespace.length()));
        Use before = uses.get(asked);
        if (before == null && uses.size() == USES_MAX) {
            overflown = true;
            return;
        }
        long times = before == null ? 1 : before.times() + 1;
        uses.put(asked, new Use(with, asked.operation(), asked.path(), times, at));
    }

    /// Those of its own namespace by name, those of others so that they are nobody's.
    private static Set<String> held(JsonNode auth) {
        Set<String> held = new HashSet<>(Json.texts(auth.path("policies")));
        auth.path("external_namespace_policies")
                .properties()
                .forEach(other -> Json.texts(other.getValue()).forEach(name -> {
                    held.add(name);
                    held.add(other.getKey() + "/" + name);
                }));
        return Set.copyOf(held);
    }

    List<Use> uses() {
        return List.copyOf(uses.values());
    }

    long askers() {
        return askers.size();
    }

    /// That there were more than are kept, where there were.
    Optional<String> overflow() {
        return overflown ? Optional.of(MESSAGES.text("overflow", USES_MAX)) : Optional.empty();
    }
}
