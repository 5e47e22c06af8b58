package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `Condition` element: "multiple condition operators are evaluated using a logical AND … multiple keys AND …
/// multiple values OR", and for negated operators NOR.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>
final class Conditions {
    private static final Pattern OPERATOR = Pattern.compile("(forallvalues:|foranyvalue:)?(.*?)(ifexists)?");

    private Conditions() {}

    static boolean hold(JsonNode condition, Query query, boolean variables) {
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                if (!holds(operator.getKey(), key.getKey(), texts(key.getValue()), query, variables)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean holds(String written, String key, List<String> policy, Query query, boolean variables) {
        Matcher operator = OPERATOR.matcher(written.toLowerCase(Locale.ROOT));
        if (!operator.matches()) {
            throw new IllegalArgumentException(written);
        }
        String quantifier = String.valueOf(operator.group(1));
        String name = operator.group(2);
        Optional<List<String>> given = query.values(key);
        if (name.equals("null")) {
            // "true: the key doesn't exist … false: the key exists and its value is not null"
            return policy.stream().anyMatch(it -> it.equalsIgnoreCase(String.valueOf(given.isEmpty())));
        }
        boolean negated = name.contains("not");
        if (given.isEmpty()) {
            return operator.group(3) != null
                    || switch (quantifier) {
                        case "forallvalues:" -> true;
                        case "foranyvalue:" -> false;
                        default -> negated;
                    };
        }
        String base = name.replace("not", "");
        return switch (quantifier) {
            case "forallvalues:" ->
                given.get().stream().allMatch(it -> one(base, negated, policy, it, query, variables));
            case "foranyvalue:" ->
                given.get().stream().anyMatch(it -> one(base, negated, policy, it, query, variables));
            // "multivalued context keys … must use a condition set operator"
            default ->
                !query.isMultiValued(key)
                        && given.get().size() == 1
                        && one(base, negated, policy, given.get().getFirst(), query, variables);
        };
    }

    /// Whether one of the policy's values is the given; with a negated operator, whether none is.
    private static boolean one(
            String base, boolean negated, List<String> policy, String given, Query query, boolean variables) {
        List<Optional<Boolean>> compared = new ArrayList<>();
        for (String value : policy) {
            compared.add(Compared.holds(base, value, given, query, variables));
        }
        return negated
                ? compared.stream().noneMatch(it -> it.orElse(true))
                : compared.stream().anyMatch(it -> it.orElse(false));
    }

    /// Whether a condition holds the principal's ARN to something: "permissions granted using the aws:PrincipalArn
    /// condition key with a wildcard in the Principal element" are the session's own.
    static boolean demandPrincipalArn(JsonNode condition) {
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            Matcher parts = OPERATOR.matcher(operator.getKey().toLowerCase(Locale.ROOT));
            boolean demands = parts.matches()
                    && parts.group(3) == null
                    && !"forallvalues:".equals(parts.group(1))
                    && !parts.group(2).contains("not")
                    && !parts.group(2).equals("null");
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                if (demands && key.getKey().equalsIgnoreCase("aws:PrincipalArn")) {
                    return true;
                }
            }
        }
        return false;
    }

    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }
}
