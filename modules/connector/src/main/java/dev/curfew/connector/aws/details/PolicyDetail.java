package dev.curfew.connector.aws.details;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A managed policy in its default version, the only one in force.
///
/// @param text JSON without white space
public record PolicyDetail(
        String arn,
        String name,
        String uniqueId,
        String defaultVersion,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, String> tags,
        String text) {
    public PolicyDetail {
        tags = Map.copyOf(tags);
    }

    /// Whether AWS wrote it, for every account: it carries no account in its ARN.
    public boolean isAwsManaged() {
        return arn.contains(":iam::aws:");
    }
}
