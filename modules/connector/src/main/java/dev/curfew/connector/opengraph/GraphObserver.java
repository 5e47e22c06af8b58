package dev.curfew.connector.opengraph;

import dev.curfew.connector.opengraph.facts.GraphFacts;
import dev.curfew.connector.opengraph.file.Graph;
import dev.curfew.connector.opengraph.file.GraphFile;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Reads a graph's file.
final class GraphObserver implements Observer {
    private static final int BUFFER_BYTES = 1 << 16;
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
        Graph graph = read(path(), progress);
        Sheet nodes = new Sheet(source, "nodes");
        Sheet edges = new Sheet(source, "edges");
        GraphFacts.write(graph, nodes, edges);
        Instant finished = clock.instant();
        List<Fact> facts = new ArrayList<>(nodes.facts());
        facts.addAll(edges.facts());
        return new Observation(
                source, started, finished, facts, List.of(nodes.coverage(finished), edges.coverage(finished)));
    }

    private Path path() {
        try {
            return Path.of(address);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("file.address", address), e);
        }
    }

    private static Graph read(Path file, Progress progress) throws InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("file.none", file));
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            return GraphFile.read(bytes, progress);
        } catch (MalformedException e) {
            throw new SourceException(
                    SourceException.Kind.MALFORMED, MESSAGES.text("file.malformed", file, e.sentence()), e);
        } catch (IOException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("file.unreadable", file), e);
        }
    }
}
