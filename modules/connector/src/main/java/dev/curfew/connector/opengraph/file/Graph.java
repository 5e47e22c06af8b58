package dev.curfew.connector.opengraph.file;

import java.util.List;

/// What a file holds.
///
/// @param nodes each id once
public record Graph(List<GraphNode> nodes, List<GraphEdge> edges) {

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
