package dev.curfew.connector.opengraph.file;

import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is read of the property bag of a node or an edge.
final class Properties {

    private Properties() {}

    /// @param names those that are kept
    static Map<String, List<String>> of(Reading object, Set<String> names) {
        Map<String, List<String>> kept = new TreeMap<>();
        object.find("properties").map(Reading::of).ifPresent(bag -> {
            for (String name : names) {
                bag.find(name).map(Properties::texts).ifPresent(texts -> kept.put(name, texts));
            }
        });
        return kept;
    }

    private static List<String> texts(Node node) {
        return switch (node) {
            case Node.Text text -> List.of(text.value());
            case Node.Literal literal -> List.of(literal.value());
            case Node.Items items ->
                items.nodes().stream().flatMap(it -> texts(it).stream()).toList();
            // objects are not allowed there, and say nothing that we read
            case Node.Fields _, Node.Empty _ -> List.of();
        };
    }
}
