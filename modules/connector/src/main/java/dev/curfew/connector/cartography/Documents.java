package dev.curfew.connector.cartography;

import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.model.text.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Policies as AWS writes them, put together again from what Cartography made of them. It keeps no version: all are
/// taken for those of 2012, as nearly all are.
final class Documents {
    private static final String VERSION = "2012-10-17";

    /// What nobody can evaluate, so that what it limits is unknown, and not allowed.
    private static final Map<String, Object> UNREAD = Map.of("Unread", Map.of("condition", "true"));

    /// What may be asked for, or not: nobody has kept it.
    private static final Map<String, Object> NOT_KEPT =
            Map.of("StringLike", Map.of("cartography:condition-not-kept", "*"));

    private Documents() {}

    /// @param statements of one policy; without any it was not exported whole, and is not evaluated
    static String policy(List<Thing> statements) {
        return statements.isEmpty()
                ? CanonicalJson.text(Map.of("Version", VERSION))
                : document(statements.stream().map(Documents::statement).toList());
    }

    static String document(List<Map<String, Object>> statements) {
        return CanonicalJson.text(Map.of("Version", VERSION, "Statement", statements));
    }

    private static Map<String, Object> statement(Thing thing) {
        Map<String, Object> statement = new TreeMap<>();
        put(statement, "Sid", thing.text("sid"));
        put(statement, "Effect", thing.text("effect"));
        put(statement, "Action", thing.texts("action"));
        put(statement, "NotAction", thing.texts("notaction"));
        put(statement, "Resource", thing.texts("resource"));
        put(statement, "NotResource", thing.texts("notresource"));
        if (!thing.text("condition").isEmpty()) {
            statement.put("Condition", condition(thing.text("condition")));
        }
        return statement;
    }

    private static void put(Map<String, Object> statement, String name, String text) {
        if (!text.isEmpty()) {
            statement.put(name, text);
        }
    }

    private static void put(Map<String, Object> statement, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            statement.put(name, texts);
        }
    }

    /// The conditions of a trust, any of which is enough; an empty one is none.
    ///
    /// @param hasCondition `true` or `false`; empty where this version of Cartography did not keep it
    /// @param texts a list of the conditions that AWS has, as JSON
    static List<Map<String, Object>> trustConditions(String hasCondition, String texts) {
        if (hasCondition.equals("false")) {
            return List.of(Map.of());
        }
        if (!hasCondition.equals("true")) {
            return List.of(NOT_KEPT);
        }
        try {
            return JsonInput.parse(texts) instanceof Node.Items items
                            && !items.nodes().isEmpty()
                    ? items.nodes().stream().map(Documents::block).toList()
                    : List.of(UNREAD);
        } catch (MalformedException _) {
            return List.of(UNREAD);
        }
    }

    private static Map<String, Object> block(Node node) {
        Map<String, Object> plain = new TreeMap<>();
        if (node instanceof Node.Fields fields) {
            fields.fields().forEach((name, value) -> plain.put(name, plain(value)));
        }
        return plain.isEmpty() ? UNREAD : plain;
    }

    /// Cartography keeps a condition as the text of a list with the one object that AWS has.
    private static Map<String, Object> condition(String text) {
        try {
            Node node = JsonInput.parse(text);
            Node one = node instanceof Node.Items items && items.nodes().size() == 1
                    ? items.nodes().getFirst()
                    : node;
            return block(one);
        } catch (MalformedException _) {
            return UNREAD;
        }
    }

    private static Object plain(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            // IAM takes numbers and booleans as their texts
            case Node.Literal literal -> literal.value();
            case Node.Items items ->
                items.nodes().stream().map(Documents::plain).toList();
            case Node.Fields fields -> {
                Map<String, Object> plain = new TreeMap<>();
                fields.fields().forEach((name, value) -> plain.put(name, plain(value)));
                yield plain;
            }
            case Node.Empty _ -> "";
        };
    }
}
