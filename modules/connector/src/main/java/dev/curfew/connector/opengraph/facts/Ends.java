package dev.curfew.connector.opengraph.facts;

import dev.curfew.connector.opengraph.file.GraphEdge;
import dev.curfew.connector.opengraph.file.GraphNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the nodes that edges name. An id that the file does not list is a node of another file, of which nothing else
/// is known.
final class Ends {
    /// The kind of a node that only edges tell of.
    static final String UNLISTED = "unlisted";

    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<GraphNode>> byName = new HashMap<>();

    Ends(List<GraphNode> listed) {
        for (GraphNode node : listed) {
            nodes.put(node.id(), node);
            byName.computeIfAbsent(name(node.text("name")), _ -> new ArrayList<>(1))
                    .add(node);
        }
    }

    /// Empty where a name is no node's, or several's.
    Optional<GraphNode> find(GraphEdge.End end) {
        return switch (end.matchBy()) {
            case ID -> Optional.of(nodes.computeIfAbsent(end.value(), id -> unlisted(id, end.kind())));
            case NAME -> named(end);
            case PROPERTY -> Optional.empty();
        };
    }

    private Optional<GraphNode> named(GraphEdge.End end) {
        List<GraphNode> alike = byName.getOrDefault(name(end.value()), List.of()).stream()
                .filter(node -> end.kind().isEmpty() || node.kinds().contains(end.kind()))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    /// BloodHound keeps names in upper case.
    private static String name(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static GraphNode unlisted(String id, String kind) {
        return new GraphNode(id, List.of(kind.isEmpty() ? UNLISTED : kind), Map.of());
    }

    /// Those of the file, then those that only edges told of so far.
    Collection<GraphNode> nodes() {
        return nodes.values();
    }
}
