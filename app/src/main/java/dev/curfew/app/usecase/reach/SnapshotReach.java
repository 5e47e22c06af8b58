package dev.curfew.app.usecase.reach;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.inside.Keepers;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reach of one snapshot: its compiled policies, and its access graph once somebody asked for that.
final class SnapshotReach {
    /// A graph for which less than this part of everybody had to be asked is not kept: the next process asks them again
    /// in less time than keeping takes.
    private static final long WORTH_KEEPING = 50;

    private final SnapshotIndex index;
    private final BlastRadius radius;
    private final GraphKeep keep;
    private volatile @Nullable Keepers keepers;
    private volatile @Nullable EstateGraph graph;
    private volatile @Nullable EstateGraph earlier;

    /// @param earlier the graph of an earlier snapshot, out of which this one's is made; null: anew
    /// @param keep asked only where there is no earlier graph
    SnapshotReach(SnapshotIndex index, @Nullable EstateGraph earlier, GraphKeep keep) {
        this.index = index;
        this.keep = keep;
        this.earlier = earlier;
        radius = new BlastRadius(index);
    }

    SnapshotIndex index() {
        return index;
    }

    BlastRadius radius() {
        return radius;
    }

    /// Made twice where two ask at once, which costs less than waiting for somebody who builds the graph.
    Keepers keepers() {
        Keepers all = keepers;
        if (all == null) {
            all = new Keepers(radius.inside());
            keepers = all;
        }
        return all;
    }

    Optional<EstateGraph> graphIfBuilt() {
        return Optional.ofNullable(graph);
    }

    /// Builds it, unless it is there or somebody is at it.
    synchronized EstateGraph graph() {
        EstateGraph built = graph;
        if (built == null) {
            EstateGraph before = earlier;
            built = before == null ? keptOrAnew() : before.next(index, radius);
            graph = built;
            earlier = null;
        }
        return built;
    }

    private EstateGraph keptOrAnew() {
        EstateGraph made =
                keep.find(index.snapshot()).flatMap(this::outOf).orElseGet(() -> EstateGraph.of(index, radius));
        if (made.asked() * WORTH_KEEPING > made.graph().nodes()) {
            keep.keep(made);
        }
        return made;
    }

    private Optional<EstateGraph> outOf(KeptReach kept) {
        if (kept.snapshot().number() == index.snapshot().number()) {
            return EstateGraph.kept(kept.graph(), index, radius);
        }
        // what is read for the newer snapshot serves the older one, which is gone afterwards
        radius.inside();
        SnapshotIndex before = index.next(kept.snapshot());
        return EstateGraph.kept(kept.graph(), before, new BlastRadius(before)).map(it -> it.next(index, radius));
    }

    /// The graph, or the one that it would be made out of; null where there is none.
    @Nullable
    EstateGraph newest() {
        EstateGraph built = graph;
        return built == null ? earlier : built;
    }
}
