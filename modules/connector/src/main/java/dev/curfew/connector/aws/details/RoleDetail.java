package dev.curfew.connector.aws.details;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// @param trust the trust policy, JSON without white space
/// @param boundary the ARN of the permissions boundary's policy
/// @param lastUsed null where the source does not tell at all, which is less than telling of no use
/// @param instanceProfiles ARNs, in order; null where the source does not tell at all, which is less than none
public record RoleDetail(
        Holder holder,
        String trust,
        @Nullable String boundary,
        Map<String, String> tags,
        @Nullable LastUsed lastUsed,
        @Nullable List<String> instanceProfiles) {
    public RoleDetail {
        tags = Map.copyOf(tags);
        instanceProfiles = instanceProfiles == null ? null : List.copyOf(instanceProfiles);
    }

    /// @param at null where IAM saw no use within its tracking period
    /// @param region where the role was used; empty where IAM does not say
    public record LastUsed(@Nullable Instant at, String region) {}
}
