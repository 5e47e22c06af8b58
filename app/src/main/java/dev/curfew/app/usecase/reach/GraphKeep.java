package dev.curfew.app.usecase.reach;

import dev.curfew.analysis.graph.estate.EstateGraph;
import java.util.Optional;

/// Where the access graph of the newest snapshot is kept from one process to the next. What is not kept is built anew.
public interface GraphKeep {
    /// Keeps nothing.
    GraphKeep NONE = new GraphKeep() {
        @Override
        public Optional<byte[]> find(long number) {
            return Optional.empty();
        }

        @Override
        public void keep(EstateGraph graph) {}
    };

    /// Only what the same program kept for exactly this snapshot.
    ///
    /// @param number the snapshot's
    Optional<byte[]> find(long number);

    /// @param graph of the newest snapshot
    void keep(EstateGraph graph);
}
