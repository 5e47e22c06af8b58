package dev.curfew.revocation.ground;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether whoever holds a credential could undo that it ends: something else lets them be the same identity, and that
/// identity may make itself a new credential. For one thread.
public final class Undoing {
    private final Ground ground;
    private final Reaches after;

    /// @param ended what ends: a user of whom as many keys are there as may be can be given a new one once one is gone
    public Undoing(Ground ground, Set<CredentialId> ended) {
        this.ground = ground;
        this.after = ground.reachesOnceEnded(ended);
    }

    /// What would have to end along with it, so that nobody can undo it: the other credentials of its holder that work,
    /// if the holder may make itself new ones.
    ///
    /// @param ending what ends anyway
    public List<Credential> with(Credential credential, Set<CredentialId> ending) {
        IdentityId holder = credential.holder();
        if (holder == null) {
            return List.of();
        }
        List<Credential> others = ground.index().credentialsOf(holder).stream()
                .filter(Credential::active)
                .filter(other -> !ending.contains(other.id()))
                .toList();
        return others.isEmpty() || !makesItself(holder) ? List.of() : others;
    }

    private boolean makesItself(IdentityId holder) {
        SnapshotIndex index = ground.index();
        Set<PolicyId> policies = new LinkedHashSet<>();
        for (EntityId subject : Circle.of(index, holder)) {
            index.grantsOf(subject).stream().map(Grant::policy).forEach(policies::add);
        }
        index.credentialsOf(holder).stream()
                .filter(Credential::active)
                .flatMap(credential -> index.grantsOf(credential.id()).stream())
                .map(Grant::policy)
                .forEach(policies::add);
        return policies.stream().anyMatch(policy -> makes(policy, holder));
    }

    /// An identity is never told that it reaches itself, but a policy is told that it reaches its holder.
    private boolean makes(PolicyId policy, IdentityId holder) {
        Reach reach = after.adds(policy);
        return Makers.makesFor(reach, holder) || after.mints(policy);
    }
}
