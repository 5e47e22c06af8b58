package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.analysis.escalation.aws.policy.Rights.Held;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Takes the users, roles and groups of AWS out of a snapshot.
public final class AccountReader {
    private final SnapshotIndex index;
    private final Documents documents;
    private final RequestSetting setting;
    private final Map<IdentityId, PolicyId> trusts = new HashMap<>();
    private final Map<IdentityId, Actor> groups = new HashMap<>();
    private final Map<Bound, List<List<IndexedPolicy>>> control = new ConcurrentHashMap<>();

    private record Bound(String account, GrantRole role) {}

    private AccountReader(SnapshotIndex index) {
        this.index = index;
        this.documents = new Documents(index);
        this.setting = RequestSetting.of(index);
        for (Trust trust : index.snapshot().trusts()) {
            if (trust.mechanism().equals("aws.assume-role")) {
                trusts.put(trust.target(), trust.document());
            }
        }
    }

    public static Account read(SnapshotIndex index) {
        return of(index).account();
    }

    public static AccountReader of(SnapshotIndex index) {
        return new AccountReader(index);
    }

    public Account account() {
        return new Account(actors(), documents.allManaged());
    }

    /// Somebody who has the policy and nothing else. Empty where nobody read it.
    ///
    /// @param arn a user's, in the account that the policy is held in
    public Optional<Actor> holder(PolicyId policy, String arn) {
        return documents
                .held(policy)
                .map(held -> somebody(new IdentityId(policy.source(), arn), List.of(held), List.of()));
    }

    /// Somebody who is in the group and has nothing else.
    public Actor member(Actor group, String name) {
        IdentityId id = new IdentityId(group.identity().source(), group.iam("user/" + name));
        return somebody(id, group.rights().held(), List.of(group));
    }

    private Actor somebody(IdentityId id, List<Held> held, List<Actor> memberOf) {
        String name = id.nativeId().substring(id.nativeId().lastIndexOf('/') + 1);
        Identity nobody = new Identity(
                id,
                "aws.user",
                name,
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(name),
                Map.of(),
                new Provenance("", "", "{}"));
        Rights rights = new Rights(held, null, serviceControl(nobody), control(nobody, GrantRole.RESOURCE_CONTROL));
        return new Actor(nobody, rights, memberOf, null, Optional.empty(), setting);
    }

    private List<Actor> actors() {
        List<Identity> identities = index.snapshot().identities().stream()
                .filter(identity -> identity.kind().startsWith("aws."))
                .sorted(Comparator.comparing((Identity it) -> it.id().nativeId())
                        .thenComparing(it -> it.id().text()))
                .toList();
        identities.stream()
                .filter(identity -> identity.kind().equals("aws.group"))
                .forEach(group -> groups.put(group.id(), actor(group)));
        // there are tens of thousands
        return identities.parallelStream()
                .map(identity -> {
                    Actor group = groups.get(identity.id());
                    return group == null ? actor(identity) : group;
                })
                .toList();
    }

    private Actor actor(Identity identity) {
        List<Held> held = new ArrayList<>(held(identity.id()));
        List<Actor> memberOf = new ArrayList<>();
        for (IdentityId group : index.groupsOf(identity.id())) {
            Actor known = groups.get(group);
            if (known != null) {
                memberOf.add(known);
                held.addAll(known.rights().held());
            }
        }
        Rights rights = new Rights(
                held, boundary(identity.id()), serviceControl(identity), control(identity, GrantRole.RESOURCE_CONTROL));
        PolicyId trust = trusts.get(identity.id());
        return new Actor(
                identity,
                rights,
                memberOf,
                trust == null ? null : documents.orUnread(trust, identity.name() + "#trust"),
                identity.kind().equals("aws.role") ? InstanceProfiles.of(identity) : Optional.empty(),
                setting);
    }

    private List<Held> held(IdentityId subject) {
        List<Held> held = new ArrayList<>();
        index.grantsOf(subject).stream()
                .filter(grant -> grant.role() == GrantRole.IDENTITY)
                .sorted(Comparator.comparing(Grant::key))
                .forEach(grant -> documents.held(grant.policy()).ifPresent(held::add));
        return held;
    }

    private @Nullable Held boundary(IdentityId subject) {
        for (Grant grant : index.grantsOf(subject)) {
            if (grant.role() == GrantRole.BOUNDARY) {
                return documents
                        .held(grant.policy())
                        .orElseGet(() -> new Held(
                                documents.orUnread(
                                        grant.policy(), grant.policy().nativeId()),
                                documents.managed(grant.policy())));
            }
        }
        return null;
    }

    /// They do not bind service-linked roles.
    private List<List<IndexedPolicy>> serviceControl(Identity identity) {
        return Actor.isServiceLinked(identity) ? List.of() : control(identity, GrantRole.SERVICE_CONTROL);
    }

    /// Of the identity's account, by level.
    private List<List<IndexedPolicy>> control(Identity identity, GrantRole role) {
        String[] parts = identity.id().nativeId().split(":", 6);
        String account = "arn:" + parts[1] + ":iam::" + parts[4] + ":root";
        return control.computeIfAbsent(
                new Bound(account, role),
                _ -> ControlGrants.levels(
                        index, account, role, policy -> documents.orUnread(policy, policy.nativeId())));
    }
}
