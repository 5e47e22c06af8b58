package dev.curfew.connector.aws.details;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A managed policy: its default version, the only one in force, and the others, which can be put in force.
///
/// @param text JSON without white space
/// @param others the versions not in force, by id; none for a policy of AWS, whose versions nobody else can choose
public record PolicyDetail(
        String arn,
        String name,
        String uniqueId,
        String defaultVersion,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, String> tags,
        String text,
        List<Version> others) {
    public PolicyDetail {
        tags = Map.copyOf(tags);
        others = List.copyOf(others);
    }

    /// @param id as `v3`
    /// @param text JSON without white space; empty where the source leaves it out
    public record Version(String id, String text) {}

    /// Whether AWS wrote it, for every account: it carries no account in its ARN.
    public boolean isAwsManaged() {
        return arn.contains(":iam::aws:");
    }
}
