package dev.curfew.analysis.reach;

import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;

/// One step of a path.
///
/// @param actions the provider's actions or capabilities that make the step, for example `s3:GetObject` or `read,
/// list`;
///     empty for a membership, a grant or a login
/// @param decision why the step holds, with the deciding statements
public record Hop(EntityId from, EntityId to, HopKind kind, String actions, Evaluation decision) {
    public static Hop into(IdentityId group, IdentityId member) {
        return new Hop(member, group, HopKind.MEMBER_OF, "", Decisions.given(group.nativeId(), "member"));
    }
}
