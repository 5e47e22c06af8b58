package dev.curfew.connector.aws.timebox;

import dev.curfew.connector.aws.session.Denial;
import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.JsonText;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Policies that AWS goes by until an end, by `aws:CurrentTime`, which every request has.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime>
final class EndingText {
    private static final Messages MESSAGES = Messages.of(EndingText.class);
    private static final String TIME = "aws:CurrentTime";
    private static final String STATEMENT = "Statement";
    private static final String CONDITION = "Condition";

    /// All operators of a condition have to hold, but of several times in one operator one is enough: an end that
    /// stands there already keeps its operator to itself.
    private static final List<String> OPERATORS = List.of("DateLessThan", "DateLessThanEquals");

    private EndingText() {}

    /// Denies everything from the end on, whoever allows it; and at once what would take this very denial away.
    ///
    /// @param keeps the actions that would
    static String denial(Instant end, String arn, List<String> keeps) {
        Map<String, Object> kept = Map.of("Sid", "CurfewKeeps", "Effect", "Deny", "Action", keeps, "Resource", arn);
        return CanonicalJson.text(Map.of(
                "Version",
                "2012-10-17",
                STATEMENT,
                List.of(
                        Denial.everything("CurfewEnds", Map.of("DateGreaterThanEquals", Map.of(TIME, end.toString()))),
                        kept)));
    }

    /// The same text, in which whatever is allowed is allowed until the end. What is denied stays denied.
    ///
    /// @throws SourceException if it is no policy, or no more ends fit into it
    static String within(String text, Instant end) {
        try {
            if (!(JsonInput.parse(text) instanceof Node.Fields policy)) {
                throw refused("text.none");
            }
            Map<String, Node> fields = new LinkedHashMap<>(policy.fields());
            fields.computeIfPresent(STATEMENT, (_, statement) -> statements(statement, end));
            return JsonText.of(new Node.Fields(policy.place(), fields));
        } catch (MalformedException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, e.sentence(), e);
        }
    }

    private static Node statements(Node node, Instant end) {
        return switch (node) {
            case Node.Items items ->
                new Node.Items(
                        items.place(),
                        items.nodes().stream()
                                .map(each -> statements(each, end))
                                .toList());
            case Node.Fields fields when isAllow(fields) -> bounded(fields, end);
            case Node.Fields _, Node.Text _, Node.Literal _, Node.Empty _ -> node;
        };
    }

    private static boolean isAllow(Node.Fields statement) {
        return statement.fields().get("Effect") instanceof Node.Text effect
                && effect.value().equals("Allow");
    }

    private static Node bounded(Node.Fields statement, Instant end) {
        Map<String, Node> fields = new LinkedHashMap<>(statement.fields());
        Map<String, Node> condition = new LinkedHashMap<>(fieldsOf(fields.get(CONDITION)));
        String operator = OPERATORS.stream()
                .filter(name -> isFree(condition, name))
                .findFirst()
                .orElseThrow(() -> refused("text.full"));
        String written = condition.keySet().stream()
                .filter(operator::equalsIgnoreCase)
                .findFirst()
                .orElse(operator);
        Map<String, Node> keys = new LinkedHashMap<>(fieldsOf(condition.get(written)));
        keys.put(TIME, new Node.Text(statement.place(), end.toString()));
        condition.put(written, new Node.Fields(statement.place(), keys));
        fields.put(CONDITION, new Node.Fields(statement.place(), condition));
        return new Node.Fields(statement.place(), fields);
    }

    private static boolean isFree(Map<String, Node> condition, String operator) {
        return condition.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(operator))
                .flatMap(entry -> fieldsOf(entry.getValue()).keySet().stream())
                .noneMatch(TIME::equalsIgnoreCase);
    }

    private static Map<String, Node> fieldsOf(@Nullable Node node) {
        return node instanceof Node.Fields fields ? fields.fields() : Map.of();
    }

    private static SourceException refused(String key) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, String.join(", ", OPERATORS)));
    }
}
