package dev.curfew.app.usecase.reach;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.ReachGraph;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import org.jspecify.annotations.Nullable;

/// What an identity, or a credential, can become and touch.
public final class ReachQuery {
    private final Estate estate;
    private @Nullable Compiled compiled;

    public ReachQuery(Estate estate) {
        this.estate = estate;
    }

    private record Compiled(SnapshotIndex index, BlastRadius radius) {}

    /// Of an identity or a credential; of a policy: what a holder of exactly it would reach.
    public Reach of(EntityId from) {
        return from instanceof PolicyId policy ? adds(policy) : radius().of(from);
    }

    /// What being given the policy would add to a holder who has nothing else.
    public Reach adds(PolicyId policy) {
        return radius().adds(policy);
    }

    /// The reach as nodes in layers, small enough to draw.
    public ReachGraph graph(Reach reach) {
        return ReachGraph.of(reach, estate.current());
    }

    private synchronized BlastRadius radius() {
        SnapshotIndex index = estate.current();
        Compiled before = compiled;
        if (before != null && before.index() == index) {
            return before.radius();
        }
        BlastRadius radius = new BlastRadius(index);
        compiled = new Compiled(index, radius);
        return radius;
    }
}
