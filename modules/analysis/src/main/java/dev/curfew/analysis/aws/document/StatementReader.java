package dev.curfew.analysis.aws.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one statement.
final class StatementReader {
    private static final Set<String> KEYS = Set.of(
            "Sid",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal",
            "Condition");

    private final JsonNode node;
    private final String path;
    private final boolean variables;

    /// @param variables whether the document's version has policy variables
    StatementReader(JsonNode node, String path, boolean variables) {
        this.node = node;
        this.path = path;
        this.variables = variables;
    }

    Statement read(String name, int position) throws PolicySyntaxException {
        if (!node.isObject()) {
            throw problem("", "an object is expected");
        }
        for (var field : node.properties()) {
            if (!KEYS.contains(field.getKey())) {
                throw problem("", "unknown element " + field.getKey());
            }
        }
        String effect = node.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw problem(".Effect", "Allow or Deny is expected");
        }
        if (node.has("Action") == node.has("NotAction")) {
            throw problem("", "exactly one of Action and NotAction is expected");
        }
        if (node.has("Resource") && node.has("NotResource")) {
            throw problem("", "only one of Resource and NotResource is expected");
        }
        if (node.has("Principal") && node.has("NotPrincipal")) {
            throw problem("", "only one of Principal and NotPrincipal is expected");
        }
        return new Statement(
                new DecidingStatement(name, position, sid()),
                effect.equals("Allow"),
                actions(),
                resources(),
                node.has("NotResource"),
                principals(),
                node.has("NotPrincipal"),
                conditions());
    }

    private String sid() throws PolicySyntaxException {
        JsonNode sid = node.path("Sid");
        if (!sid.isMissingNode() && !sid.isTextual()) {
            throw problem(".Sid", "a text is expected");
        }
        return sid.asText();
    }

    private Actions actions() throws PolicySyntaxException {
        boolean not = node.has("NotAction");
        String key = not ? "NotAction" : "Action";
        return new Actions(texts(node.get(key), ".", key), not);
    }

    private @Nullable List<TextPattern> resources() throws PolicySyntaxException {
        String key = node.has("Resource") ? "Resource" : "NotResource";
        if (!node.has(key)) {
            return null;
        }
        List<TextPattern> resources = new ArrayList<>();
        for (String text : texts(node.get(key), ".", key)) {
            resources.add(TextPattern.compile(text, variables));
        }
        return resources;
    }

    private @Nullable Principals principals() throws PolicySyntaxException {
        String key = node.has("Principal") ? "Principal" : "NotPrincipal";
        JsonNode principal = node.path(key);
        if (principal.isMissingNode()) {
            return null;
        }
        if (principal.isTextual() && principal.asText().equals("*")) {
            return Principals.ALL;
        }
        if (!principal.isObject()) {
            throw problem("." + key, "an object or \"*\" is expected");
        }
        Set<String> aws = new HashSet<>();
        Set<String> services = new HashSet<>();
        Set<String> federated = new HashSet<>();
        Set<String> canonical = new HashSet<>();
        for (Map.Entry<String, JsonNode> field : principal.properties()) {
            List<String> values = texts(field.getValue(), ".Principal.", field.getKey());
            switch (field.getKey()) {
                case "AWS" -> aws.addAll(values);
                case "Service" -> services.addAll(values);
                case "Federated" -> federated.addAll(values);
                case "CanonicalUser" -> canonical.addAll(values);
                default -> throw problem("." + key, "unknown kind of principal " + field.getKey());
            }
        }
        return new Principals(false, aws, services, federated, canonical);
    }

    private List<Condition> conditions() throws PolicySyntaxException {
        JsonNode condition = node.path("Condition");
        if (!condition.isMissingNode() && !condition.isObject()) {
            throw problem(".Condition", "an object is expected");
        }
        List<Condition> conditions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            if (!operator.getValue().isObject()) {
                throw problem(".Condition." + operator.getKey(), "an object is expected");
            }
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                conditions.add(condition(
                        operator.getKey(), key.getKey(), texts(key.getValue(), ".Condition.", operator.getKey())));
            }
        }
        return conditions;
    }

    private Condition condition(String operator, String key, List<String> values) throws PolicySyntaxException {
        try {
            return Condition.compile(operator, key, values, variables);
        } catch (IllegalArgumentException e) {
            throw problem(".Condition", "unknown operator " + operator);
        }
    }

    /// One text or a list of them; numbers and truth values are taken as texts, as AWS does.
    ///
    /// @param in the element that the value is of, in two parts that are put together only for an error
    private List<String> texts(JsonNode value, String in, String name) throws PolicySyntaxException {
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (!each.isValueNode() || each.isNull()) {
                throw problem(in + name, "a text or a list of texts is expected");
            }
            if (!Glob.isClean(each.asText())) {
                throw problem(in + name, "a character that is none of Unicode's");
            }
            texts.add(each.asText());
        }
        return texts;
    }

    private PolicySyntaxException problem(String at, String what) {
        return new PolicySyntaxException(path + at + ": " + what);
    }
}
