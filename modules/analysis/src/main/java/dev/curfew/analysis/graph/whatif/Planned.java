package dev.curfew.analysis.graph.whatif;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A snapshot as it would be.
final class Planned {
    private static final Provenance PLANNED = new Provenance("what-if", "planned", "{}");

    private final SnapshotIndex index;
    private final Set<CredentialId> ended = new HashSet<>();
    private List<Grant> grants;
    private List<Policy> policies;

    private Planned(SnapshotIndex index) {
        this.index = index;
        grants = index.snapshot().grants();
        policies = index.snapshot().policies();
    }

    /// Lists that no change concerns stay the same objects. Changes that are not possible are left out.
    static Snapshot after(SnapshotIndex index, List<PlannedChange> changes) {
        Planned planned = new Planned(index);
        changes.stream().filter(change -> isPossible(index, change)).forEach(planned::plan);
        Snapshot before = index.snapshot();
        return new Snapshot(
                before.number(),
                before.takenAt(),
                before.identities(),
                planned.credentials(),
                planned.policies,
                planned.grants,
                before.memberships(),
                before.resources(),
                before.trusts(),
                before.coverage());
    }

    /// Whether the change would change anything: what it names is there, and not yet so.
    static boolean isPossible(SnapshotIndex index, PlannedChange change) {
        return switch (change) {
            case PlannedChange.EndCredential(CredentialId id) ->
                index.credential(id).isPresent();
            case PlannedChange.EndCredentialsOf(IdentityId id) ->
                !index.credentialsOf(id).isEmpty();
            // what a token was given is its own until it ends
            case PlannedChange.Detach(EntityId subject, PolicyId policy) ->
                !(subject instanceof CredentialId) && holds(index, subject, policy);
            case PlannedChange.AddDeny _ -> true;
            case PlannedChange.Narrow(PolicyId policy, String text) ->
                index.policy(policy).filter(it -> !it.text().equals(text)).isPresent();
            case PlannedChange.AddException(EntityId subject, PolicyId policy, String scope) ->
                index.policy(policy).isPresent() && !holds(index, subject, policy);
        };
    }

    private static boolean holds(SnapshotIndex index, EntityId subject, PolicyId policy) {
        return index.grantsOf(subject).stream().anyMatch(grant -> grant.policy().equals(policy));
    }

    private void plan(PlannedChange change) {
        switch (change) {
            case PlannedChange.EndCredential(CredentialId id) -> end(id);
            case PlannedChange.EndCredentialsOf(IdentityId id) ->
                index.credentialsOf(id).forEach(credential -> end(credential.id()));
            case PlannedChange.Detach(EntityId subject, PolicyId policy) -> {
                List<Grant> rest = new ArrayList<>(grants);
                rest.removeIf(grant ->
                        grant.subject().equals(subject) && grant.policy().equals(policy));
                grants = rest;
            }
            case PlannedChange.AddDeny(EntityId subject, String kind, String text) -> {
                PolicyId id = new PolicyId(subject.source(), subject.nativeId() + "#what-if/" + policies.size());
                policies = with(policies, new Policy(id, kind, "what-if deny", text, PLANNED));
                grants = with(grants, new Grant(subject, id, GrantRole.IDENTITY, "", PLANNED));
            }
            case PlannedChange.Narrow(PolicyId policy, String text) -> {
                List<Policy> other = new ArrayList<>(policies);
                other.replaceAll(it ->
                        it.id().equals(policy) ? new Policy(policy, it.kind(), it.name(), text, it.provenance()) : it);
                policies = other;
            }
            case PlannedChange.AddException(EntityId subject, PolicyId policy, String scope) ->
                grants = with(grants, new Grant(subject, policy, GrantRole.IDENTITY, scope, PLANNED));
        }
    }

    private static <T> List<T> with(List<T> values, T value) {
        List<T> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }

    /// With those that it minted and that end with it.
    private void end(CredentialId id) {
        if (ended.add(id)) {
            index.childrenOf(id).forEach(child -> end(child.id()));
        }
    }

    private List<Credential> credentials() {
        List<Credential> before = index.snapshot().credentials();
        return ended.isEmpty()
                ? before
                : before.stream()
                        .map(it -> ended.contains(it.id()) ? inactive(it) : it)
                        .toList();
    }

    private static Credential inactive(Credential it) {
        return new Credential(
                it.id(),
                it.kind(),
                it.name(),
                it.holder(),
                it.parent(),
                it.createdAt(),
                it.expiry(),
                it.usage(),
                false,
                it.attributes(),
                it.provenance());
    }
}
