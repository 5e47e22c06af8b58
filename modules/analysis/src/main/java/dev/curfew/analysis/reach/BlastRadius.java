package dev.curfew.analysis.reach;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;

/// How far each identity and credential of a snapshot gets. Built once per snapshot, then safe for use by many threads;
/// policies are compiled when first needed and shared by all that hold them.
public final class BlastRadius {
    private final SnapshotIndex index;

    public BlastRadius(SnapshotIndex index) {
        this.index = index;
    }

    /// Everything that the identity or credential can become and touch.
    public Reach of(EntityId from) {
        return reach(from);
    }

    /// What a holder of exactly this policy, and of nothing else, would reach.
    public Reach adds(PolicyId policy) {
        return reach(policy);
    }

    private Reach reach(EntityId from) {
        var unread = index.snapshot().coverage().stream()
                .filter(it -> it.state() != CoverageState.READ)
                .toList();
        return new Reach(from, index.snapshot().number(), List.of(), unread, false);
    }
}
