package dev.curfew.connector.opengraph.facts;

import dev.curfew.connector.opengraph.file.GraphEdge;
import dev.curfew.connector.opengraph.file.GraphNode;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// An edge between two nodes.
///
/// @param meaning empty where nobody knows what the edge's kind means
record Step(GraphNode start, GraphNode end, GraphEdge edge, Optional<Meaning> meaning) {
    private static final Messages MESSAGES = Messages.of(Step.class);

    boolean means(Meaning other) {
        return meaning.filter(other::equals).isPresent();
    }

    /// What the start may do, as what the end is.
    Right right(NodeType end) {
        Meaning what = meaning.orElse(end == NodeType.RESOURCE ? Meaning.ADMINISTER : Meaning.BECOME);
        RightLevel level = what.on(end);
        return Right.of(level, end().id(), actions().toArray(new String[0]))
                .provided(condition(what == Meaning.READ && end == NodeType.IDENTITY));
    }

    /// Its own words where it has some: whoever wrote the file by other rules calls it as its kind.
    private List<String> actions() {
        List<String> stated = edge.texts("actions");
        if (stated.isEmpty()) {
            return List.of(edge.kind());
        }
        return stated.stream()
                .flatMap(each -> List.of(each.split(", ", -1)).stream())
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private String condition(boolean unclear) {
        String stated = String.join("; ", edge.texts("conditions"));
        String certainty = String.join("", edge.texts("certainty"));
        if (meaning.isEmpty() || unclear) {
            return MESSAGES.text("condition.kind", edge.kind());
        }
        return switch (certainty) {
            case "", "certain" -> stated;
            case "unknown" -> MESSAGES.text("condition.unknown", stated);
            default -> stated.isEmpty() ? MESSAGES.text("condition.unnamed", certainty) : stated;
        };
    }
}
