package dev.curfew.analysis.graph.kept;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.model.snapshot.Snapshot;
import java.util.Optional;

/// An access graph as bytes. To be read beside the snapshot that it was built of, or one alike, by the program that
/// wrote it: that it is so, and that nothing was cut off or changed, is for the keeper to see to.
///
/// Ids that the snapshot has are not in it, and policies are not: names of things and of statements are, as in the
/// graph.
public final class KeptGraph {
    private KeptGraph() {}

    /// @param snapshot that the graph was built of
    public static byte[] write(AccessGraph graph, Snapshot snapshot) {
        return new GraphWriter(snapshot).bytes(graph);
    }

    /// Empty for what is no graph of this snapshot: another's may be told from it, and need not be.
    public static Optional<AccessGraph> read(byte[] kept, Snapshot snapshot) {
        try {
            return Optional.of(new GraphReader(snapshot, new ByteSource(kept)).graph());
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            // what cannot be read is built anew
            return Optional.empty();
        }
    }
}
