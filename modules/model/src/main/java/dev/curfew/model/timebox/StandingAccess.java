package dev.curfew.model.timebox;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import java.util.Optional;

/// Access that somebody has without an end.
///
/// @param subject the identity, or what proves it
/// @param part the policy that it has, or the group that it is in; empty: all that it has at its source
public record StandingAccess(EntityId subject, Optional<EntityId> part) {
    public StandingAccess {
        if (part.filter(it -> !it.source().equals(subject.source())).isPresent()) {
            throw new IllegalArgumentException("a part at another source than " + subject.text());
        }
    }

    public SourceName source() {
        return subject.source();
    }

    /// The part, where it is a policy.
    public Optional<PolicyId> policy() {
        return part.filter(PolicyId.class::isInstance).map(PolicyId.class::cast);
    }

    /// The part, where it is a group.
    public Optional<IdentityId> group() {
        return part.filter(IdentityId.class::isInstance).map(IdentityId.class::cast);
    }

    /// For a person: the subject, and the part where it is one.
    public String text() {
        return part.map(it -> subject.text() + " | " + it.nativeId()).orElseGet(subject::text);
    }
}
