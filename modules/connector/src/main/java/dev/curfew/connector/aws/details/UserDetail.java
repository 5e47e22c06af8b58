package dev.curfew.connector.aws.details;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// @param groups names, not ARNs: IAM gives no more
/// @param boundary the ARN of the permissions boundary's policy
public record UserDetail(
        Holder holder, List<String> groups, @Nullable String boundary, Map<String, String> tags) {
    public UserDetail {
        groups = List.copyOf(groups);
        tags = Map.copyOf(tags);
    }
}
