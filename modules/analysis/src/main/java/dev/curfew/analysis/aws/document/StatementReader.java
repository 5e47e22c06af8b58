package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.json.JsonText;
import dev.curfew.analysis.json.JsonTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one statement.
final class StatementReader {
    private static final int NOWHERE = JsonText.NOWHERE;

    private final JsonText json;
    private final int at;
    private final int position;
    private final boolean listed;
    private final boolean variables;
    private int sid = NOWHERE;
    private int effect = NOWHERE;
    private int action = NOWHERE;
    private int notAction = NOWHERE;
    private int resource = NOWHERE;
    private int notResource = NOWHERE;
    private int principal = NOWHERE;
    private int notPrincipal = NOWHERE;
    private int condition = NOWHERE;

    /// @param at where the statement is
    /// @param position in the policy
    /// @param listed whether it is one of a list
    /// @param variables whether the document's version has policy variables
    StatementReader(JsonText json, int at, int position, boolean listed, boolean variables) {
        this.json = json;
        this.at = at;
        this.position = position;
        this.listed = listed;
        this.variables = variables;
    }

    Statement read(String name) throws PolicySyntaxException {
        if (!json.isObject(at)) {
            throw problem("", "an object is expected");
        }
        int field = json.first(at);
        for (int left = json.size(at); left > 0; left--) {
            int value = json.value(field);
            element(field, value);
            field = json.after(value);
        }
        boolean allows = isText(effect, "Allow");
        if (!allows && !isText(effect, "Deny")) {
            throw problem(".Effect", "Allow or Deny is expected");
        }
        if (action >= 0 == notAction >= 0) {
            throw problem("", "exactly one of Action and NotAction is expected");
        }
        if (resource >= 0 && notResource >= 0) {
            throw problem("", "only one of Resource and NotResource is expected");
        }
        if (principal >= 0 && notPrincipal >= 0) {
            throw problem("", "only one of Principal and NotPrincipal is expected");
        }
        return new Statement(
                label(name),
                allows,
                actions(),
                resources(),
                notResource >= 0,
                principals(),
                notPrincipal >= 0,
                conditions());
    }

    private void element(int name, int value) throws PolicySyntaxException {
        if (json.is(name, "Effect")) {
            effect = value;
        } else if (json.is(name, "Action")) {
            action = value;
        } else if (json.is(name, "Resource")) {
            resource = value;
        } else if (json.is(name, "Condition")) {
            condition = value;
        } else if (json.is(name, "Sid")) {
            sid = value;
        } else if (json.is(name, "Principal")) {
            principal = value;
        } else {
            negated(name, value);
        }
    }

    private void negated(int name, int value) throws PolicySyntaxException {
        if (json.is(name, "NotAction")) {
            notAction = value;
        } else if (json.is(name, "NotResource")) {
            notResource = value;
        } else if (json.is(name, "NotPrincipal")) {
            notPrincipal = value;
        } else {
            throw problem("", "unknown element " + json.text(name));
        }
    }

    private boolean isText(int value, String text) {
        return value >= 0 && json.is(value, text);
    }

    private WrittenLabel label(String policy) throws PolicySyntaxException {
        if (sid >= 0 && !json.isText(sid)) {
            throw problem(".Sid", "a text is expected");
        }
        return new WrittenLabel(policy, position, json, sid);
    }

    private Actions actions() throws PolicySyntaxException {
        return action < 0
                ? new Actions(texts(notAction, ".", "NotAction"), true)
                : new Actions(texts(action, ".", "Action"), false);
    }

    private @Nullable Resources resources() throws PolicySyntaxException {
        if (resource < 0 && notResource < 0) {
            return null;
        }
        return new Resources(
                resource < 0 ? texts(notResource, ".", "NotResource") : texts(resource, ".", "Resource"), variables);
    }

    private @Nullable Principals principals() throws PolicySyntaxException {
        int given = principal < 0 ? notPrincipal : principal;
        if (given < 0) {
            return null;
        }
        String key = principal < 0 ? "NotPrincipal" : "Principal";
        if (json.isText(given) && json.is(given, "*")) {
            return Principals.ALL;
        }
        if (!json.isObject(given)) {
            throw problem("." + key, "an object or \"*\" is expected");
        }
        JsonTexts aws = JsonTexts.NONE;
        JsonTexts services = JsonTexts.NONE;
        JsonTexts federated = JsonTexts.NONE;
        JsonTexts canonical = JsonTexts.NONE;
        int field = json.first(given);
        for (int left = json.size(given); left > 0; left--) {
            String kind = json.text(field);
            int value = json.value(field);
            JsonTexts values = texts(value, ".Principal.", kind);
            switch (kind) {
                case "AWS" -> aws = values;
                case "Service" -> services = values;
                case "Federated" -> federated = values;
                case "CanonicalUser" -> canonical = values;
                default -> throw problem("." + key, "unknown kind of principal " + kind);
            }
            field = json.after(value);
        }
        return new Principals(false, aws, services, federated, canonical);
    }

    private List<WrittenCondition> conditions() throws PolicySyntaxException {
        if (condition < 0) {
            return List.of();
        }
        if (!json.isObject(condition)) {
            throw problem(".Condition", "an object is expected");
        }
        List<WrittenCondition> conditions = new ArrayList<>(json.size(condition));
        int field = json.first(condition);
        for (int left = json.size(condition); left > 0; left--) {
            int keys = json.value(field);
            conditions(json.name(field), keys, conditions);
            field = json.after(keys);
        }
        return conditions;
    }

    /// Only what can be wrong with one is looked at: it is compiled when a request hangs on it.
    private void conditions(String operator, int keys, List<WrittenCondition> conditions) throws PolicySyntaxException {
        if (!json.isObject(keys)) {
            throw problem(".Condition." + operator, "an object is expected");
        }
        int key = json.first(keys);
        for (int left = json.size(keys); left > 0; left--) {
            int values = json.value(key);
            JsonTexts read = texts(values, ".Condition.", operator);
            if (!Condition.isOperator(operator)) {
                throw problem(".Condition", "unknown operator " + operator);
            }
            conditions.add(new WrittenCondition(operator, json, key, read, variables));
            key = json.after(values);
        }
    }

    /// One text or a list of them; numbers and truth values are taken as texts, as AWS does.
    ///
    /// @param in the element that the value is of, in two parts that are put together only for an error
    private JsonTexts texts(int value, String in, String name) throws PolicySyntaxException {
        boolean list = json.isList(value);
        int each = list ? json.first(value) : value;
        for (int left = list ? json.size(value) : 1; left > 0; left--) {
            if (!json.isPlain(each)) {
                check(each, in, name);
            }
            each = json.after(each);
        }
        return JsonTexts.of(json, value);
    }

    private void check(int value, String in, String name) throws PolicySyntaxException {
        if (!json.isScalar(value) || json.isNull(value)) {
            throw problem(in + name, "a text or a list of texts is expected");
        }
        if (!Glob.isClean(json.text(value))) {
            throw problem(in + name, "a character that is none of Unicode's");
        }
    }

    private PolicySyntaxException problem(String at, String what) {
        String statement = listed ? "$.Statement[" + position + "]" : "$.Statement";
        return new PolicySyntaxException(statement + at + ": " + what);
    }
}
