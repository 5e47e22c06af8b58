package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The policies that resources have themselves.
record ResourceGuards(SnapshotIndex index, Compiled compiled, AwsThings things) {
    /// What is known to say who may use a resource.
    ///
    /// @param policy null: nothing does
    /// @param read whether something of it was read
    record Guard(@Nullable PolicyDocument policy, boolean read) {}

    /// Only a key's own policy makes it usable at all: one that was not read may say anything, and is not the same as
    /// none.
    ///
    /// <https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html>
    Guard of(ResourceId resource) {
        String arn = resource.nativeId();
        List<Compiled.Document> own = guards(arn).toList();
        if (!own.isEmpty()) {
            List<PolicyDocument> policies =
                    own.stream().map(Compiled.Document::orUnknown).toList();
            return new Guard(
                    PolicyDocument.together(arn, policies),
                    own.stream().anyMatch(document -> document.readable() != null));
        }
        return new Guard(
                arn.contains(":kms:") && arn.contains(":key/")
                        ? PolicyDocument.unread(arn, "no key policy of " + arn + " was read")
                        : null,
                false);
    }

    /// Those of a resource's own policies that were read.
    List<PolicyDocument> read(ResourceId resource) {
        return guards(resource.nativeId())
                .flatMap(document -> Stream.ofNullable(document.readable()))
                .toList();
    }

    /// Wherever they were read.
    private Stream<Compiled.Document> guards(String arn) {
        return things.named(arn).stream()
                .flatMap(each -> index.grantsOf(each.id()).stream())
                .filter(grant -> grant.role() == GrantRole.RESOURCE)
                .map(grant -> compiled.document(grant.policy()));
    }
}
