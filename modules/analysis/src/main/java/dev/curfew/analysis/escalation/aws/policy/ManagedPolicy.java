package dev.curfew.analysis.escalation.aws.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A managed policy.
///
/// @param policy null where nobody read it
/// @param others the versions not in force
public record ManagedPolicy(String arn, @Nullable IndexedPolicy policy, List<Version> others) {
    /// AWS keeps no more versions of one policy.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html>
    private static final int VERSIONS_MAX = 5;

    public ManagedPolicy {
        others = List.copyOf(others);
    }

    /// @param policy null where nobody read it
    public record Version(String id, @Nullable IndexedPolicy policy) {}

    /// Whether it belongs to an account, which alone can change it.
    public boolean isCustomers() {
        return !arn.contains(":iam::aws:");
    }

    /// Whether a version has to be deleted before there is room for another.
    public boolean isFull() {
        return others.size() + 1 >= VERSIONS_MAX;
    }
}
