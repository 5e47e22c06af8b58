package dev.curfew.revocation.narrowing;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.revocation.choice.Protection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who holds a policy, and with which others.
///
/// @param holdings the policies of each, by id
record Holders(Map<EntityId, Set<PolicyId>> holdings) {
    Holders {
        holdings = Map.copyOf(holdings);
    }

    static Holders of(SnapshotIndex index, PolicyId policy) {
        Map<EntityId, Set<PolicyId>> holdings = new LinkedHashMap<>();
        for (Credential credential : index.snapshot().credentials()) {
            if (credential.source().equals(policy.source())) {
                Set<PolicyId> held = new HashSet<>();
                add(index, credential.id(), held, new HashSet<>());
                Optional.ofNullable(credential.holder()).ifPresent(it -> add(index, it, held, new HashSet<>()));
                put(holdings, policy, credential.id(), held);
            }
        }
        for (Identity identity : index.snapshot().identities()) {
            if (identity.source().equals(policy.source())) {
                Set<PolicyId> held = new HashSet<>();
                add(index, identity.id(), held, new HashSet<>());
                put(holdings, policy, identity.id(), held);
            }
        }
        return new Holders(holdings);
    }

    private static void put(
            Map<EntityId, Set<PolicyId>> holdings, PolicyId policy, EntityId holder, Set<PolicyId> held) {
        if (held.contains(policy)) {
            holdings.put(holder, Set.copyOf(held));
        }
    }

    private static void add(SnapshotIndex index, EntityId subject, Set<PolicyId> held, Set<EntityId> seen) {
        if (!seen.add(subject)) {
            return;
        }
        index.grantsOf(subject).stream().map(Grant::policy).forEach(held::add);
        if (subject instanceof IdentityId identity) {
            index.groupsOf(identity).forEach(group -> add(index, group, held, seen));
        }
    }

    List<EntityId> all() {
        return holdings.keySet().stream().sorted().toList();
    }

    /// What holders hold together, by the policies' names.
    Set<Set<String>> names(SnapshotIndex index) {
        Set<Set<String>> names = new HashSet<>();
        holdings.values().stream()
                .distinct()
                .forEach(held -> names.add(held.stream()
                        .map(id -> index.policy(id).map(Policy::name).orElse(id.nativeId()))
                        .collect(Collectors.toUnmodifiableSet())));
        return names;
    }

    /// What is protected stays as it is, and so does what Curfew itself works with.
    ///
    /// @return these, or PROTECTED, OWN_CREDENTIAL
    Outcome<Holders> touchable(SnapshotIndex index) {
        for (EntityId holder : all()) {
            Optional<Credential> credential =
                    holder instanceof CredentialId id ? index.credential(id) : Optional.empty();
            if (credential.filter(it -> Protection.isMarkedOwn(index, it.id())).isPresent()) {
                return Outcome.refused(Refusal.OWN_CREDENTIAL, holder.text());
            }
            IdentityId who = holder instanceof IdentityId id
                    ? id
                    : credential.map(Credential::holder).orElse(null);
            Optional<Identity> identity = Optional.ofNullable(who).flatMap(index::identity);
            if (identity.filter(Protection::isProtected).isPresent()) {
                return Outcome.refused(
                        Refusal.PROTECTED, holder.text(), identity.get().name());
            }
            if (identity.filter(Protection::isOwn).isPresent()) {
                return Outcome.refused(Refusal.OWN_CREDENTIAL, holder.text());
            }
        }
        return Outcome.done(this);
    }
}
