package dev.curfew.model.snapshot;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A snapshot's facts by id. Built once in time linear in the snapshot; then safe for use by many threads.
public final class SnapshotIndex {
    /// Whatever the order of reading, what is held is told in one order.
    private static final Comparator<Grant> BY_POLICY =
            Comparator.comparing(Grant::policy).thenComparing(Grant::role).thenComparing(Grant::scope);

    private final Snapshot snapshot;
    private final Map<IdentityId, Identity> identities;
    private final Map<CredentialId, Credential> credentials;
    private final Map<PolicyId, Policy> policies;
    private final Map<ResourceId, Resource> resources;
    private final Map<IdentityId, List<Credential>> credentialsByHolder;
    private final Map<CredentialId, List<Credential>> children;
    private final Map<EntityId, List<Grant>> grantsBySubject;
    private final Map<IdentityId, List<IdentityId>> groups;
    /// Made when it is first asked for: twice, if two ask at once.
    private volatile @Nullable Map<String, List<EntityId>> byNativeId;

    public SnapshotIndex(Snapshot snapshot) {
        this(snapshot, Optional.empty());
    }

    @SuppressWarnings("ReferenceEquality") // to compare the lists by value would cost what sharing is to save
    private SnapshotIndex(Snapshot snapshot, Optional<SnapshotIndex> earlier) {
        this.snapshot = snapshot;
        Optional<SnapshotIndex> people = earlier.filter(it -> it.snapshot.identities() == snapshot.identities());
        Optional<SnapshotIndex> keys = earlier.filter(it -> it.snapshot.credentials() == snapshot.credentials());
        Optional<SnapshotIndex> rules = earlier.filter(it -> it.snapshot.policies() == snapshot.policies());
        Optional<SnapshotIndex> things = earlier.filter(it -> it.snapshot.resources() == snapshot.resources());
        Optional<SnapshotIndex> held = earlier.filter(it -> it.snapshot.grants() == snapshot.grants());
        Optional<SnapshotIndex> belonging = earlier.filter(it -> it.snapshot.memberships() == snapshot.memberships());
        identities = people.map(it -> it.identities).orElseGet(() -> byKey(snapshot.identities(), Identity::id));
        credentials = keys.map(it -> it.credentials).orElseGet(() -> byKey(snapshot.credentials(), Credential::id));
        policies = rules.map(it -> it.policies).orElseGet(() -> byKey(snapshot.policies(), Policy::id));
        resources = things.map(it -> it.resources).orElseGet(() -> byKey(snapshot.resources(), Resource::id));
        credentialsByHolder = keys.map(it -> it.credentialsByHolder).orElseGet(() -> byHolder(snapshot));
        children = keys.map(it -> it.children).orElseGet(() -> byParent(snapshot));
        grantsBySubject = held.map(it -> it.grantsBySubject).orElseGet(() -> bySubject(snapshot));
        groups = belonging.map(it -> it.groups).orElseGet(() -> byMember(snapshot));
    }

    /// The index of a snapshot that has some of its lists from this one, the same objects: those are not gone through
    /// again.
    public SnapshotIndex next(Snapshot other) {
        return new SnapshotIndex(other, Optional.of(this));
    }

    private static Map<IdentityId, List<Credential>> byHolder(Snapshot snapshot) {
        Map<IdentityId, List<Credential>> byHolder = new HashMap<>();
        for (Credential credential : snapshot.credentials()) {
            if (credential.holder() != null) {
                byHolder.computeIfAbsent(credential.holder(), _ -> new ArrayList<>())
                        .add(credential);
            }
        }
        return byHolder;
    }

    private static Map<CredentialId, List<Credential>> byParent(Snapshot snapshot) {
        Map<CredentialId, List<Credential>> byParent = new HashMap<>();
        for (Credential credential : snapshot.credentials()) {
            if (credential.parent() != null) {
                byParent.computeIfAbsent(credential.parent(), _ -> new ArrayList<>())
                        .add(credential);
            }
        }
        return byParent;
    }

    private static Map<EntityId, List<Grant>> bySubject(Snapshot snapshot) {
        Map<EntityId, List<Grant>> bySubject =
                snapshot.grants().stream().collect(Collectors.groupingBy(Grant::subject));
        bySubject.replaceAll((_, grants) -> sorted(grants, BY_POLICY));
        return bySubject;
    }

    private static Map<IdentityId, List<IdentityId>> byMember(Snapshot snapshot) {
        Map<IdentityId, List<IdentityId>> byMember = snapshot.memberships().stream()
                .collect(Collectors.groupingBy(
                        Membership::member, Collectors.mapping(Membership::group, Collectors.toList())));
        byMember.replaceAll((_, each) -> sorted(each, Comparator.naturalOrder()));
        return byMember;
    }

    private Map<String, List<EntityId>> nativeIds() {
        Map<String, List<EntityId>> known = byNativeId;
        if (known == null) {
            known = Stream.<Collection<? extends EntityId>>of(
                            identities.keySet(), credentials.keySet(), policies.keySet(), resources.keySet())
                    .flatMap(Collection::stream)
                    .collect(Collectors.groupingBy(EntityId::nativeId));
            byNativeId = known;
        }
        return known;
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (_, newer) -> newer));
    }

    private static <T> List<T> sorted(List<T> values, Comparator<? super T> order) {
        return values.size() < 2 ? values : values.stream().sorted(order).toList();
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public Optional<Identity> identity(IdentityId id) {
        return Optional.ofNullable(identities.get(id));
    }

    public Optional<Credential> credential(CredentialId id) {
        return Optional.ofNullable(credentials.get(id));
    }

    public Optional<Policy> policy(PolicyId id) {
        return Optional.ofNullable(policies.get(id));
    }

    public Optional<Resource> resource(ResourceId id) {
        return Optional.ofNullable(resources.get(id));
    }

    public List<Credential> credentialsOf(IdentityId holder) {
        return credentialsByHolder.getOrDefault(holder, List.of());
    }

    /// The credentials that this one minted and that end with it, one level down.
    public List<Credential> childrenOf(CredentialId parent) {
        return children.getOrDefault(parent, List.of());
    }

    /// The grants held by exactly this subject, groups not followed, by policy.
    public List<Grant> grantsOf(EntityId subject) {
        return grantsBySubject.getOrDefault(subject, List.of());
    }

    /// The groups it is a direct member of, by id.
    public List<IdentityId> groupsOf(IdentityId member) {
        return groups.getOrDefault(member, List.of());
    }

    /// Everything the text may name: `<source>:<native id>` names what has exactly that id, whatever another source
    /// calls
    /// so; a bare native id (an ARN, an accessor) all things of that id over all sources. An empty list: unknown. More
    /// than
    /// one: ambiguous; never act on it.
    public List<EntityId> resolve(String text) {
        Map<String, List<EntityId>> byText = nativeIds();
        List<EntityId> bare = byText.getOrDefault(text, List.of());
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return bare;
        }
        String source = text.substring(0, colon);
        List<EntityId> qualified = byText.getOrDefault(text.substring(colon + 1), List.of()).stream()
                .filter(id -> id.source().value().equals(source))
                .toList();
        return (qualified.isEmpty() ? bare : qualified).stream().sorted().toList();
    }
}
