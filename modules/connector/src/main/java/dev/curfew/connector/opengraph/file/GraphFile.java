package dev.curfew.connector.opengraph.file;

import dev.curfew.connector.tree.JsonInput;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Place;
import dev.curfew.connector.tree.Problem;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads an OpenGraph file: `{"metadata":{…},"graph":{"nodes":[…],"edges":[…]}}`
/// (bloodhound.specterops.io/opengraph/developer/schema). Refuses what is not exactly that, because half a graph looks
/// like one whose other half nobody reaches.
public final class GraphFile {
    private static final int PROGRESS_EVERY = 5_000;

    /// Node and edge objects in memory; BloodHound's own collectors split long before.
    private static final int ITEMS_MAX = 5_000_000;

    private final JsonInput input;
    private final Progress progress;
    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final List<GraphEdge> edges = new ArrayList<>();
    private boolean present;

    private GraphFile(JsonInput input, Progress progress) {
        this.input = input;
        this.progress = progress;
    }

    /// @throws MalformedException where the file is not what it should be: with line, column and JSON path
    /// @throws IOException if it cannot be read
    /// @throws InterruptedException if the reading was cancelled
    public static Graph read(InputStream bytes, Progress progress) throws IOException, InterruptedException {
        try (JsonInput input = JsonInput.of(bytes)) {
            return new GraphFile(input, progress).read();
        }
    }

    private Graph read() throws IOException, InterruptedException {
        Place document = input.openObject(expected());
        for (String name = input.nextField(); name != null; name = input.nextField()) {
            if (name.equals("graph")) {
                readGraph(input.openObject(document, name));
            } else {
                input.skipField();
            }
        }
        input.expectEnd();
        if (!present) {
            throw new MalformedException(Problem.FOREIGN, document, expected());
        }
        if (nodes.isEmpty() && edges.isEmpty()) {
            throw new MalformedException(Problem.EMPTY, document, "");
        }
        return new Graph(List.copyOf(nodes.values()), edges);
    }

    private void readGraph(Place graph) throws IOException, InterruptedException {
        for (String name = input.nextField(); name != null; name = input.nextField()) {
            switch (name) {
                case "nodes" -> readList(graph, name, node -> add(NodeReading.of(node)));
                case "edges" -> readList(graph, name, node -> edges.add(EdgeReading.of(node)));
                default -> input.skipField();
            }
        }
    }

    private void readList(Place graph, String name, Consumer<Node> each) throws IOException, InterruptedException {
        present = true;
        Place list = input.openList(graph, name);
        int index = 0;
        for (Node node = input.nextItem(list, index); node != null; node = input.nextItem(list, index)) {
            if (index == ITEMS_MAX) {
                throw new MalformedException(
                        Problem.LIMIT,
                        node.place(),
                        Messages.of(GraphFile.class).text("limit.items", ITEMS_MAX));
            }
            each.accept(node);
            index++;
            if (index % PROGRESS_EVERY == 0) {
                progress.at(name, index, -1);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
        progress.at(name, index, index);
    }

    /// A node that is there again is the same node, with more of its properties.
    private void add(NodeReading read) {
        GraphNode before = nodes.get(read.node().id());
        nodes.put(read.node().id(), before == null ? read.node() : read.onTopOf(before));
    }

    private static String expected() {
        return Messages.of(GraphFile.class).text("expected.file");
    }
}
