package dev.curfew.analysis.aws.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// Looks into a drawn case.
///
/// @param it the case
record Drawn(JsonNode it) {

    /// One key of one operator.
    ///
    /// @param operator in lower case
    record Compared(String operator, String key, List<String> values) {
        boolean hasValue(Predicate<String> predicate) {
            return values.stream().anyMatch(predicate);
        }
    }

    String principal() {
        return it.at("/request/principalArn").asText();
    }

    /// The principal's; empty for who has none.
    String account() {
        return principal().startsWith("arn:") ? principal().split(":", 6)[4] : "no account";
    }

    boolean isGiven(String key) {
        return it.at("/request/context").properties().stream()
                .anyMatch(each -> each.getKey().equalsIgnoreCase(key));
    }

    String resource() {
        return it.at("/request/resourceArn").asText();
    }

    String service() {
        String action = it.at("/request/action").asText().toLowerCase(Locale.ROOT);
        return action.substring(0, Math.max(0, action.indexOf(':')));
    }

    boolean has(String field) {
        return !it.path(field).isEmpty();
    }

    boolean compares(Predicate<Compared> predicate) {
        return it.findValues("Condition").stream()
                .flatMap(condition -> condition.properties().stream())
                .flatMap(operator -> operator.getValue().properties().stream()
                        .map(key -> new Compared(
                                operator.getKey().toLowerCase(Locale.ROOT), key.getKey(), texts(key.getValue()))))
                .anyMatch(predicate);
    }

    boolean hasResource(Predicate<String> predicate) {
        return hasResource(it, predicate);
    }

    static boolean hasResource(JsonNode policies, Predicate<String> predicate) {
        List<JsonNode> all = new ArrayList<>(policies.findValues("Resource"));
        all.addAll(policies.findValues("NotResource"));
        return all.stream().flatMap(each -> texts(each).stream()).anyMatch(predicate);
    }

    List<String> context(String key) {
        for (Map.Entry<String, JsonNode> each : it.at("/request/context").properties()) {
            if (each.getKey().equalsIgnoreCase(key)) {
                return texts(each.getValue());
            }
        }
        return List.of();
    }

    static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asText).toList() : List.of(node.asText());
    }
}
