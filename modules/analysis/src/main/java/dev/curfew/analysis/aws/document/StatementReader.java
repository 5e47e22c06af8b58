package dev.curfew.analysis.aws.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one statement.
final class StatementReader {
    private static final String[] NONE = {};

    private final JsonNode node;
    private final int position;
    private final boolean listed;
    private final boolean variables;
    private @Nullable JsonNode sid;
    private @Nullable JsonNode effect;
    private @Nullable JsonNode action;
    private @Nullable JsonNode notAction;
    private @Nullable JsonNode resource;
    private @Nullable JsonNode notResource;
    private @Nullable JsonNode principal;
    private @Nullable JsonNode notPrincipal;
    private @Nullable JsonNode condition;

    /// @param position in the policy
    /// @param listed whether it is one of a list
    /// @param variables whether the document's version has policy variables
    StatementReader(JsonNode node, int position, boolean listed, boolean variables) {
        this.node = node;
        this.position = position;
        this.listed = listed;
        this.variables = variables;
    }

    Statement read(String name) throws PolicySyntaxException {
        if (!node.isObject()) {
            throw problem("", "an object is expected");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            element(field.getKey(), field.getValue());
        }
        String effectText = effect == null ? "" : effect.asText();
        if (!effectText.equals("Allow") && !effectText.equals("Deny")) {
            throw problem(".Effect", "Allow or Deny is expected");
        }
        if ((action == null) == (notAction == null)) {
            throw problem("", "exactly one of Action and NotAction is expected");
        }
        if (resource != null && notResource != null) {
            throw problem("", "only one of Resource and NotResource is expected");
        }
        if (principal != null && notPrincipal != null) {
            throw problem("", "only one of Principal and NotPrincipal is expected");
        }
        return new Statement(
                new DecidingStatement(name, position, sid()),
                effectText.equals("Allow"),
                actions(),
                resources(),
                notResource != null,
                principals(),
                notPrincipal != null,
                conditions());
    }

    private void element(String name, JsonNode value) throws PolicySyntaxException {
        switch (name) {
            case "Sid" -> sid = value;
            case "Effect" -> effect = value;
            case "Action" -> action = value;
            case "NotAction" -> notAction = value;
            case "Resource" -> resource = value;
            case "NotResource" -> notResource = value;
            case "Principal" -> principal = value;
            case "NotPrincipal" -> notPrincipal = value;
            case "Condition" -> condition = value;
            default -> throw problem("", "unknown element " + name);
        }
    }

    private String sid() throws PolicySyntaxException {
        if (sid == null) {
            return "";
        }
        if (!sid.isTextual()) {
            throw problem(".Sid", "a text is expected");
        }
        return sid.asText();
    }

    private Actions actions() throws PolicySyntaxException {
        return action == null
                ? new Actions(texts(notAction, ".", "NotAction"), true)
                : new Actions(texts(action, ".", "Action"), false);
    }

    private @Nullable Resources resources() throws PolicySyntaxException {
        JsonNode given = resource == null ? notResource : resource;
        if (given == null) {
            return null;
        }
        return new Resources(texts(given, ".", resource == null ? "NotResource" : "Resource"), variables);
    }

    private @Nullable Principals principals() throws PolicySyntaxException {
        JsonNode given = principal == null ? notPrincipal : principal;
        if (given == null) {
            return null;
        }
        String key = principal == null ? "NotPrincipal" : "Principal";
        if (given.isTextual() && given.asText().equals("*")) {
            return Principals.ALL;
        }
        if (!given.isObject()) {
            throw problem("." + key, "an object or \"*\" is expected");
        }
        List<String> aws = List.of();
        List<String> services = List.of();
        List<String> federated = List.of();
        List<String> canonical = List.of();
        for (Map.Entry<String, JsonNode> field : given.properties()) {
            List<String> values = List.of(texts(field.getValue(), ".Principal.", field.getKey()));
            switch (field.getKey()) {
                case "AWS" -> aws = values;
                case "Service" -> services = values;
                case "Federated" -> federated = values;
                case "CanonicalUser" -> canonical = values;
                default -> throw problem("." + key, "unknown kind of principal " + field.getKey());
            }
        }
        return new Principals(false, aws, services, federated, canonical);
    }

    private List<WrittenCondition> conditions() throws PolicySyntaxException {
        if (condition == null) {
            return List.of();
        }
        if (!condition.isObject()) {
            throw problem(".Condition", "an object is expected");
        }
        List<WrittenCondition> conditions = new ArrayList<>(condition.size());
        for (Map.Entry<String, JsonNode> operator : condition.properties()) {
            if (!operator.getValue().isObject()) {
                throw problem(".Condition." + operator.getKey(), "an object is expected");
            }
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                conditions.add(condition(
                        operator.getKey(),
                        key.getKey(),
                        List.of(texts(key.getValue(), ".Condition.", operator.getKey()))));
            }
        }
        return conditions;
    }

    /// Only what can be wrong with it is looked at: it is compiled when a request hangs on it.
    private WrittenCondition condition(String operator, String key, List<String> values) throws PolicySyntaxException {
        if (!Condition.isOperator(operator)) {
            throw problem(".Condition", "unknown operator " + operator);
        }
        return new WrittenCondition(operator, key, values, variables);
    }

    /// One text or a list of them; numbers and truth values are taken as texts, as AWS does.
    ///
    /// @param in the element that the value is of, in two parts that are put together only for an error
    private String[] texts(@Nullable JsonNode value, String in, String name) throws PolicySyntaxException {
        if (value == null) {
            return NONE;
        }
        if (!value.isArray()) {
            return new String[] {text(value, in, name)};
        }
        String[] texts = new String[value.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(value.get(i), in, name);
        }
        return texts;
    }

    private String text(JsonNode value, String in, String name) throws PolicySyntaxException {
        if (!value.isValueNode() || value.isNull()) {
            throw problem(in + name, "a text or a list of texts is expected");
        }
        String text = value.asText();
        if (!Glob.isClean(text)) {
            throw problem(in + name, "a character that is none of Unicode's");
        }
        return text;
    }

    private PolicySyntaxException problem(String at, String what) {
        String statement = listed ? "$.Statement[" + position + "]" : "$.Statement";
        return new PolicySyntaxException(statement + at + ": " + what);
    }
}
