package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.document.PolicyDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A managed policy.
///
/// @param document null where nobody read it
/// @param others the versions not in force
public record ManagedPolicy(String arn, @Nullable PolicyDocument document, List<Version> others) {
    /// AWS keeps no more versions of one policy.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html>
    private static final int VERSIONS_MAX = 5;

    public ManagedPolicy {
        others = List.copyOf(others);
    }

    /// @param document null where nobody read it
    public record Version(String id, @Nullable PolicyDocument document) {}

    /// Whether it belongs to an account, which alone can change it.
    public boolean isCustomers() {
        return !arn.contains(":iam::aws:");
    }

    /// Whether a version has to be deleted before there is room for another.
    public boolean isFull() {
        return others.size() + 1 >= VERSIONS_MAX;
    }
}
