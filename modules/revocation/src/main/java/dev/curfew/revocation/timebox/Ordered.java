package dev.curfew.revocation.timebox;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.timebox.StandingAccess;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The access that an order names.
final class Ordered {
    private Ordered() {}

    /// @return it, or UNKNOWN_SUBJECT, NOT_HELD, AMBIGUOUS
    static Outcome<StandingAccess> access(SnapshotIndex index, BoxOrder order) {
        List<EntityId> subjects = index.resolve(order.subject()).stream()
                .filter(Ordered::isSubject)
                .toList();
        if (subjects.size() != 1) {
            return subjects.isEmpty()
                    ? Outcome.refused(Refusal.UNKNOWN_SUBJECT, order.subject())
                    : ambiguous(order.subject(), subjects);
        }
        EntityId subject = subjects.getFirst();
        if (order.only().isEmpty()) {
            return Outcome.done(new StandingAccess(subject, Optional.empty()));
        }
        String only = order.only().get();
        List<EntityId> parts = held(index, subject)
                .filter(part -> isCalled(index, part, only))
                .distinct()
                .toList();
        if (parts.size() != 1) {
            return parts.isEmpty() ? Outcome.refused(Refusal.NOT_HELD, subject.text(), only) : ambiguous(only, parts);
        }
        return Outcome.done(new StandingAccess(subject, Optional.of(parts.getFirst())));
    }

    private static Outcome<StandingAccess> ambiguous(String text, List<EntityId> all) {
        return Outcome.refused(
                Refusal.AMBIGUOUS, text, all.stream().map(EntityId::text).collect(Collectors.joining(", ")));
    }

    private static boolean isSubject(EntityId id) {
        return switch (id) {
            case IdentityId _, CredentialId _ -> true;
            case PolicyId _, ResourceId _ -> false;
        };
    }

    /// By itself: what it has by a group ends with the membership.
    private static Stream<EntityId> held(SnapshotIndex index, EntityId subject) {
        Stream<EntityId> policies = index.grantsOf(subject).stream()
                .filter(grant -> grant.role() == GrantRole.IDENTITY)
                .map(Grant::policy);
        Stream<EntityId> groups = subject instanceof IdentityId member
                ? index.groupsOf(member).stream().map(EntityId.class::cast)
                : Stream.of();
        return Stream.concat(policies, groups);
    }

    private static boolean isCalled(SnapshotIndex index, EntityId part, String text) {
        boolean named = part instanceof PolicyId policy
                && index.policy(policy).map(Policy::name).filter(text::equals).isPresent();
        return named || part.nativeId().equals(text) || part.text().equals(text);
    }
}
