package dev.curfew.governance.alternative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.QuestionJson;
import java.util.Collection;
import java.util.Map;

/// Something of a question put otherwise.
///
/// @param words for a person
/// @param values by their path in the question's context: `reach.mints`
record Change(String words, Map<String, JsonNode> values) {
    Change {
        values = Map.copyOf(values);
    }

    static Question apply(Question question, Collection<Change> changes) {
        ObjectNode whole = QuestionJson.tree(question);
        for (Change change : changes) {
            change.values().forEach((path, value) -> put((ObjectNode) whole.path("context"), path, value));
        }
        return QuestionJson.read(whole);
    }

    private static void put(ObjectNode context, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            context.set(path, value);
        } else {
            put((ObjectNode) context.path(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }
}
