package dev.curfew.connector.opengraph.file;

import java.util.List;
import java.util.Map;

/// An edge.
///
/// @param properties those that are read at all, lists as their texts
public record GraphEdge(End start, End end, String kind, Map<String, List<String>> properties) {

    public GraphEdge {
        properties = Map.copyOf(properties);
    }

    /// The texts of a property, in their order.
    public List<String> texts(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /// How an edge names a node.
    ///
    /// @param kind the node's, where only one of that kind is meant; else empty
    public record End(MatchBy matchBy, String value, String kind) {}

    /// By what.
    public enum MatchBy {
        ID,
        NAME,
        /// By properties of its own; not followed.
        PROPERTY
    }
}
