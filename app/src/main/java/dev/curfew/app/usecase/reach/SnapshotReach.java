package dev.curfew.app.usecase.reach;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reach of one snapshot: its compiled policies, and its access graph once somebody asked for that.
final class SnapshotReach {
    private final SnapshotIndex index;
    private final BlastRadius radius;
    private volatile @Nullable EstateGraph graph;

    SnapshotReach(SnapshotIndex index) {
        this.index = index;
        radius = new BlastRadius(index);
    }

    SnapshotIndex index() {
        return index;
    }

    BlastRadius radius() {
        return radius;
    }

    Optional<EstateGraph> graphIfBuilt() {
        return Optional.ofNullable(graph);
    }

    /// Builds it, unless it is there or somebody is at it.
    synchronized EstateGraph graph() {
        EstateGraph built = graph;
        if (built == null) {
            built = EstateGraph.of(index, radius);
            graph = built;
        }
        return built;
    }
}
