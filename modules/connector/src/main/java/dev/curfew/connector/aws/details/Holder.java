package dev.curfew.connector.aws.details;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What users, groups and roles have in common; a group is nothing more.
///
/// @param uniqueId IAM's own id, which a later namesake does not get; empty where the source does not say
/// @param path as `/ops/`; empty where the source does not say
/// @param inline its own policies, no name twice, by name
/// @param attached ARNs of managed policies, none twice, in order
public record Holder(
        String arn,
        String name,
        String uniqueId,
        String path,
        @Nullable Instant createdAt,
        List<Inline> inline,
        List<String> attached) {
    public Holder {
        inline = List.copyOf(inline);
        attached = List.copyOf(attached);
    }

    /// A policy that lives in its holder.
    ///
    /// @param text JSON without white space
    public record Inline(String name, String text) {}
}
