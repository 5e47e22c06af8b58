package dev.curfew.connector.opengraph.file;

import dev.curfew.connector.opengraph.file.GraphEdge.End;
import dev.curfew.connector.opengraph.file.GraphEdge.MatchBy;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.Messages;
import java.util.Set;

/// An edge as it is read.
final class EdgeReading {
    private static final int ID_CHARACTERS_MAX = 4_000;
    private static final int KIND_CHARACTERS_MAX = 256;
    private static final Set<String> PROPERTIES = Set.of("certainty", "actions", "conditions", "statements");

    private EdgeReading() {}

    static GraphEdge of(Node node) {
        Reading object = Reading.of(node);
        return new GraphEdge(
                end(object, "start"),
                end(object, "end"),
                Ids.of(object, "kind", KIND_CHARACTERS_MAX),
                object.texts("properties", PROPERTIES));
    }

    private static End end(Reading edge, String name) {
        Reading end = Reading.of(edge.require(name));
        MatchBy by = matchBy(end);
        return by == MatchBy.PROPERTY
                ? new End(by, "", end.optionalText("kind").orElse(""))
                : new End(
                        by,
                        Ids.of(end, "value", ID_CHARACTERS_MAX),
                        end.optionalText("kind").orElse(""));
    }

    private static MatchBy matchBy(Reading end) {
        return switch (end.optionalText("match_by").orElse("id")) {
            case "id" -> MatchBy.ID;
            case "name" -> MatchBy.NAME;
            case "property" -> MatchBy.PROPERTY;
            default ->
                throw new MalformedException(
                        Problem.BAD_VALUE,
                        end.require("match_by").place(),
                        Messages.of(EdgeReading.class).text("expected.match"));
        };
    }
}
