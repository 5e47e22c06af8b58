package dev.curfew.connector.opengraph.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `opengraph.json`: what nodes and edges mean by their kinds.
final class GraphKinds {
    private static final String RESOURCE = "opengraph.json";

    private final Map<String, NodeType> nodes;
    private final Map<String, Meaning> edges;

    private GraphKinds(Map<String, NodeType> nodes, Map<String, Meaning> edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    /// The one that is packaged with this module.
    static GraphKinds packaged() {
        try (InputStream in = GraphKinds.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged beside " + GraphKinds.class);
            }
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GraphKinds read(JsonNode document) {
        Map<String, NodeType> nodes = new TreeMap<>();
        document.path("nodes").forEach(row -> nodes.put(kind(row), NodeType.valueOf(constant(row.path("is")))));
        Map<String, Meaning> edges = new TreeMap<>();
        document.path("edges").forEach(row -> edges.put(kind(row), Meaning.valueOf(constant(row.path("means")))));
        return new GraphKinds(nodes, edges);
    }

    private static String kind(JsonNode row) {
        return row.path("kind").asText();
    }

    private static String constant(JsonNode word) {
        return word.asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// Of the first kind that has a row.
    Optional<NodeType> node(List<String> kinds) {
        return kinds.stream().filter(nodes::containsKey).map(nodes::get).findFirst();
    }

    Optional<Meaning> edge(String kind) {
        return Optional.ofNullable(edges.get(kind));
    }
}
