package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Answers to calls about single things, kept while nothing says that the thing changed, so that reading again costs
/// little more than what changed.
public final class Memo {
    private final Map<String, JsonNode> answers = new ConcurrentHashMap<>();

    Optional<JsonNode> get(String path) {
        return Optional.ofNullable(answers.get(path));
    }

    void put(String path, JsonNode answer) {
        answers.put(path, answer);
    }

    public void forget(Predicate<String> paths) {
        answers.keySet().removeIf(paths);
    }
}
