package dev.curfew.analysis.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the text of a policy of rights.
public final class RightsReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("id", "level", "on", "actions", "condition", "origin");
    private static final Map<String, RightLevel> LEVELS =
            Arrays.stream(RightLevel.values()).collect(Collectors.toMap(RightLevel::text, Function.identity()));

    private RightsReader() {}

    /// The statements in the order of the text: a decision names one by its position there.
    ///
    /// @throws PolicySyntaxException if anything in it is not as [Rights] says
    public static List<Right> read(String text) throws PolicySyntaxException {
        JsonNode root = parse(text);
        JsonNode list = root.path("statements");
        require(root.isObject() && root.size() == 1 && list.isArray(), "there are not just statements in it");
        List<Right> statements = new ArrayList<>();
        for (JsonNode node : list) {
            statements.add(statement(node, "statement " + statements.size()));
        }
        return statements;
    }

    private static JsonNode parse(String text) throws PolicySyntaxException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new PolicySyntaxException(
                    "it is no JSON, line " + e.getLocation().getLineNr());
        }
    }

    private static Right statement(JsonNode node, String where) throws PolicySyntaxException {
        require(node.isObject(), where + " is none");
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            require(FIELDS.contains(field.getKey()), where + " has an unknown field " + field.getKey());
        }
        RightLevel level = LEVELS.get(text(node, "level", where));
        if (level == null) {
            throw new PolicySyntaxException(where + " is of no known level");
        }
        String on = text(node, "on", where);
        require(!on.isEmpty(), where + " is on nothing");
        return new Right(
                text(node, "id", where),
                level,
                on,
                actions(node.path("actions"), where),
                text(node, "condition", where),
                text(node, "origin", where));
    }

    private static List<String> actions(JsonNode node, String where) throws PolicySyntaxException {
        require(node.isMissingNode() || node.isArray(), where + " has actions that are no list");
        List<String> actions = new ArrayList<>();
        for (JsonNode action : node) {
            require(action.isTextual(), where + " has an action that is no text");
            actions.add(action.asText());
        }
        return actions;
    }

    private static String text(JsonNode node, String name, String where) throws PolicySyntaxException {
        JsonNode value = node.path(name);
        require(value.isMissingNode() || value.isTextual(), where + " has a " + name + " that is no text");
        return value.asText();
    }

    private static void require(boolean held, String problem) throws PolicySyntaxException {
        if (!held) {
            throw new PolicySyntaxException(problem);
        }
    }
}
