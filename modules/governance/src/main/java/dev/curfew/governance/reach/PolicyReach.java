package dev.curfew.governance.reach;

import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;

/// Computes what a policy would add.
@FunctionalInterface
public interface PolicyReach {
    /// @param policy one that the snapshot holds
    AddedReach adds(Snapshot snapshot, PolicyId policy);
}
