package dev.curfew.app.wiring.kept;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.app.usecase.reach.GraphKeep;
import dev.curfew.app.usecase.reach.KeptReach;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.file.Reason;
import dev.curfew.snapshot.store.StoreException;
import dev.curfew.snapshot.store.known.Reading;
import dev.curfew.snapshot.workspace.Workspace;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a graph in a workspace's own file, under the fingerprint of its snapshot and of the program.
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
    public Optional<KeptReach> find(Snapshot newest) {
        try {
            OptionalLong number = workspace.keptGraph().number();
            // of a later one: the store was set back, or is not read anew yet
            return number.isEmpty() || number.getAsLong() > newest.number() ? Optional.empty() : at(number.getAsLong());
        } catch (IOException | StoreException e) {
            // what is damaged may have ended long ago, and the newest snapshot stand without it
            LOG.warn("the access graph that was kept was not read: {}", Reason.of(e));
            return Optional.empty();
        }
    }

    private Optional<KeptReach> at(long number) throws IOException {
        Optional<Reading> reading = workspace.after(number);
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        return workspace
                .keptGraph()
                .read(number, from(reading.get()))
                .map(graph -> new KeptReach(reading.get().snapshot(), graph));
    }

    @Override
    public void keep(EstateGraph graph) {
        if (workspace.readOnly() || graph.graph().edges() < edgesMin) {
            return;
        }
        long number = graph.index().snapshot().number();
        Optional<Reading> reading = workspace.after(number);
        if (reading.isEmpty()) {
            return;
        }
        try {
            workspace.keptGraph().write(number, from(reading.get()), graph.toBytes());
        } catch (IOException e) {
            LOG.warn("the access graph was not kept: {}", Reason.of(e));
        }
    }

    private static byte[] from(Reading reading) {
        MessageDigest digest = Sha256.digest();
        digest.update(reading.fingerprint());
        digest.update(ThisProgram.fingerprint());
        return digest.digest();
    }
}
