package dev.curfew.connector.opengraph;

import dev.curfew.connector.opengraph.facts.GraphFacts;
import dev.curfew.connector.opengraph.file.Graph;
import dev.curfew.connector.opengraph.file.GraphFile;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.connector.tree.SourceFile;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Reads a graph's file.
final class GraphObserver implements Observer {
    private static final Messages MESSAGES = Messages.of(GraphObserver.class);

    private final SourceName source;
    private final URI address;
    private final InstantSource clock;

    GraphObserver(SourceName source, URI address, InstantSource clock) {
        this.source = source;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant started = clock.instant();
        Graph graph = new SourceFile(
                        address,
                        file -> MESSAGES.text("file.none", file),
                        (file, why) -> MESSAGES.text("file.malformed", file, why))
                .read(bytes -> GraphFile.read(bytes, progress));
        Sheet nodes = new Sheet(source, "nodes");
        Sheet edges = new Sheet(source, "edges");
        GraphFacts.write(graph, nodes, edges);
        Instant finished = clock.instant();
        List<Fact> facts = new ArrayList<>(nodes.facts());
        facts.addAll(edges.facts());
        return new Observation(
                source, started, finished, facts, List.of(nodes.coverage(finished), edges.coverage(finished)));
    }
}
