package dev.curfew.app.usecase.reach;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.model.snapshot.Snapshot;
import java.util.Optional;

/// Where an access graph is kept from one process to the next. What is not kept is built anew.
public interface GraphKeep {
    /// Keeps nothing.
    GraphKeep NONE = new GraphKeep() {
        @Override
        public Optional<KeptReach> find(Snapshot newest) {
            return Optional.empty();
        }

        @Override
        public void keep(EstateGraph graph) {}
    };

    /// What the same program kept of this snapshot, or of an earlier one that led to it.
    Optional<KeptReach> find(Snapshot newest);

    /// @param graph of the newest snapshot
    void keep(EstateGraph graph);
}
