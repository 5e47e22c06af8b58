package dev.curfew.revocation.timebox;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.revocation.choice.Protection;
import dev.curfew.revocation.ground.Circle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom an end on standing access touches.
///
/// @param members those who have it by being in the subject, which is a group then
record Affected(StandingAccess access, List<EntityId> members) {
    Affected {
        members = List.copyOf(members);
    }

    static Affected of(SnapshotIndex index, StandingAccess access) {
        List<EntityId> members = access.subject() instanceof IdentityId subject
                ? index.snapshot().identities().stream()
                        .map(Identity::id)
                        .filter(id ->
                                !id.equals(subject) && Circle.of(index, id).contains(subject))
                        .map(EntityId.class::cast)
                        .sorted()
                        .toList()
                : List.of();
        return new Affected(access, members);
    }

    /// What is protected stays as it is, and so does what Curfew itself works with.
    ///
    /// @return this, or PROTECTED, OWN_CREDENTIAL
    Outcome<Affected> touchable(SnapshotIndex index) {
        for (IdentityId one : identities(index)) {
            Optional<Identity> identity = index.identity(one);
            if (identity.filter(Protection::isProtected).isPresent()) {
                return Outcome.refused(
                        Refusal.PROTECTED, access.text(), identity.get().name());
            }
            if (identity.filter(Protection::isOwn).isPresent()) {
                return Outcome.refused(Refusal.OWN_CREDENTIAL, one.text());
            }
            Optional<Credential> own = index.credentialsOf(one).stream()
                    .filter(credential -> Protection.isMarkedOwn(index, credential.id()))
                    .findFirst();
            if (own.isPresent()) {
                return Outcome.refused(Refusal.OWN_CREDENTIAL, own.get().id().text());
            }
        }
        boolean isOwn = access.subject() instanceof CredentialId id && Protection.isMarkedOwn(index, id);
        return isOwn ? Outcome.refused(Refusal.OWN_CREDENTIAL, access.subject().text()) : Outcome.done(this);
    }

    private List<IdentityId> identities(SnapshotIndex index) {
        return Stream.concat(
                        holder(index).stream(),
                        members.stream().filter(IdentityId.class::isInstance).map(IdentityId.class::cast))
                .toList();
    }

    /// The subject, or whom it proves.
    private Optional<IdentityId> holder(SnapshotIndex index) {
        return access.subject() instanceof IdentityId identity
                ? Optional.of(identity)
                : index.credential((CredentialId) access.subject()).map(Credential::holder);
    }

    /// Empty where nobody is known.
    String owner(SnapshotIndex index) {
        return holder(index)
                .flatMap(index::identity)
                .map(Identity::ownership)
                .map(ownership -> ownership instanceof Ownership.Owned owned ? owned.owner() : "")
                .orElse("");
    }

    /// Who else is given the very policy.
    List<EntityId> sharing(SnapshotIndex index) {
        return index.snapshot().grants().stream()
                .filter(grant -> access.policy().filter(grant.policy()::equals).isPresent())
                .map(Grant::subject)
                .filter(subject -> !subject.equals(access.subject()))
                .distinct()
                .sorted()
                .toList();
    }

    /// All that the subject has, by its groups too.
    Set<PolicyId> policies(SnapshotIndex index) {
        Stream<EntityId> subjects = Stream.concat(
                Stream.of(access.subject()),
                holder(index).stream().flatMap(identity -> Circle.of(index, identity).stream()));
        return subjects.flatMap(subject -> index.grantsOf(subject).stream())
                .map(Grant::policy)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// How many credentials it has made for others that work.
    long minted(SnapshotIndex index) {
        Stream<CredentialId> own = access.subject() instanceof CredentialId id
                ? Stream.of(id)
                : index.credentialsOf((IdentityId) access.subject()).stream().map(Credential::id);
        return own.flatMap(id -> index.childrenOf(id).stream())
                .filter(Credential::active)
                .count();
    }

    /// The estate as it is without it.
    SnapshotIndex without(SnapshotIndex index) {
        Snapshot snapshot = index.snapshot();
        SnapshotBuilder builder = new SnapshotBuilder()
                .addAll(snapshot.identities())
                .addAll(snapshot.credentials())
                .addAll(snapshot.policies())
                .addAll(snapshot.resources())
                .addAll(snapshot.trusts())
                .cover(snapshot.coverage());
        snapshot.grants().stream().filter(grant -> !isIt(grant)).forEach(builder::add);
        snapshot.memberships().stream().filter(membership -> !isIt(membership)).forEach(builder::add);
        return new SnapshotIndex(builder.build(snapshot.number(), snapshot.takenAt()));
    }

    private boolean isIt(Grant grant) {
        return grant.subject().equals(access.subject())
                && access.policy().filter(grant.policy()::equals).isPresent();
    }

    private boolean isIt(Membership membership) {
        return membership.member().equals(access.subject())
                && access.group().filter(membership.group()::equals).isPresent();
    }
}
