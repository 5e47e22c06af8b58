package dev.curfew.connector.opengraph.file;

import java.util.List;
import java.util.Map;

/// A node.
///
/// @param kinds the first is what it is drawn as
/// @param properties those that are read at all, lists as their texts
public record GraphNode(String id, List<String> kinds, Map<String, List<String>> properties) {

    public GraphNode {
        kinds = List.copyOf(kinds);
        properties = Map.copyOf(properties);
    }

    /// The first text of a property; empty where there is none.
    public String text(String property) {
        List<String> texts = properties.getOrDefault(property, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }
}
