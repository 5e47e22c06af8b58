package dev.curfew.connector.opengraph.file;

import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A node as it is read.
record NodeReading(GraphNode node) {
    /// Longer than any provider's id, and short enough for an id of something about it.
    private static final int ID_CHARACTERS_MAX = 4_000;

    /// What is kept. The others may hold anything: directories keep passwords in descriptions.
    private static final Set<String> PROPERTIES =
            Set.of("name", "displayname", "enabled", "system_tags", "owner", "sensitivity", "curfewkind", "source");

    static NodeReading of(Node node) {
        Reading object = Reading.of(node);
        String id = Ids.of(object, "id", ID_CHARACTERS_MAX);
        List<String> kinds = object.list("kinds", Reading::textOf);
        if (kinds.isEmpty()) {
            throw new MalformedException(
                    Problem.BAD_VALUE,
                    object.require("kinds").place(),
                    Messages.of(NodeReading.class).text("expected.kinds"));
        }
        return new NodeReading(new GraphNode(id, kinds, object.texts("properties", PROPERTIES)));
    }

    GraphNode onTopOf(GraphNode before) {
        Map<String, List<String>> properties = new HashMap<>(before.properties());
        properties.putAll(node.properties());
        return new GraphNode(before.id(), before.kinds(), properties);
    }
}
