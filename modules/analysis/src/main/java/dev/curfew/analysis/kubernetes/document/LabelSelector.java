package dev.curfew.analysis.kubernetes.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Kubernetes' `LabelSelector`: `matchLabels` and `matchExpressions`, all of which must hold. An empty one selects all.
///
/// <https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements>
final class LabelSelector {
    private final List<Predicate<Map<String, String>>> requirements = new ArrayList<>();

    private LabelSelector() {}

    static LabelSelector parse(JsonNode selector, String path) throws PolicySyntaxException {
        LabelSelector parsed = new LabelSelector();
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            String value = label.getValue().asText();
            parsed.requirements.add(labels -> value.equals(labels.get(label.getKey())));
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            parsed.requirements.add(requirement(expression, path));
        }
        return parsed;
    }

    private static Predicate<Map<String, String>> requirement(JsonNode expression, String path)
            throws PolicySyntaxException {
        String key = expression.path("key").asText();
        Set<String> values = new LinkedHashSet<>();
        expression.path("values").forEach(value -> values.add(value.asText()));
        return switch (expression.path("operator").asText()) {
            case "In" -> labels -> labels.containsKey(key) && values.contains(labels.get(key));
            case "NotIn" -> labels -> !labels.containsKey(key) || !values.contains(labels.get(key));
            case "Exists" -> labels -> labels.containsKey(key);
            case "DoesNotExist" -> labels -> !labels.containsKey(key);
            default -> throw new PolicySyntaxException(path + ".matchExpressions: an unknown operator");
        };
    }

    boolean selects(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.test(labels));
    }
}
