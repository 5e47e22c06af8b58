package dev.curfew.app.wiring.kept;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.app.usecase.reach.GraphKeep;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.file.Reason;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the graph in a workspace's own file, under the fingerprint of the snapshot and of the program.
public final class KeptGraphs implements GraphKeep {
    private static final Logger LOG = LoggerFactory.getLogger(KeptGraphs.class);

    /// A smaller graph is built in hardly more time than it takes to read it.
    private static final int EDGES_MIN = 50_000;

    private final Workspace workspace;
    private final int edgesMin;

    public KeptGraphs(Workspace workspace) {
        this(workspace, EDGES_MIN);
    }

    /// @param edgesMin graphs of fewer are not kept
    KeptGraphs(Workspace workspace, int edgesMin) {
        this.workspace = workspace;
        this.edgesMin = edgesMin;
    }

    @Override
    public Optional<byte[]> find(long number) {
        Optional<byte[]> from = from(number);
        try {
            return from.isEmpty() ? Optional.empty() : workspace.keptGraph().read(from.get());
        } catch (IOException e) {
            LOG.warn("the access graph that was kept was not read: {}", Reason.of(e));
            return Optional.empty();
        }
    }

    @Override
    public void keep(EstateGraph graph) {
        Optional<byte[]> from = from(graph.index().snapshot().number());
        if (from.isEmpty() || workspace.readOnly() || graph.graph().edges() < edgesMin) {
            return;
        }
        try {
            workspace.keptGraph().write(from.get(), graph.toBytes());
        } catch (IOException e) {
            LOG.warn("the access graph was not kept: {}", Reason.of(e));
        }
    }

    private Optional<byte[]> from(long number) {
        return workspace.fingerprint(number).map(snapshot -> {
            MessageDigest digest = Sha256.digest();
            digest.update(snapshot);
            digest.update(ThisProgram.fingerprint());
            return digest.digest();
        });
    }
}
