package dev.curfew.model.snapshot;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A snapshot's facts by id. Built once in time linear in the snapshot; then safe for use by many threads.
public final class SnapshotIndex {
    /// Whatever the order of reading, what is held is told in one order.
    private static final Comparator<Grant> BY_POLICY =
            Comparator.comparing(Grant::policy).thenComparing(Grant::role).thenComparing(Grant::scope);

    private static final Derived<Map<IdentityId, Identity>> IDENTITIES =
            Derived.of(it -> byKey(it.snapshot.identities(), Identity::id), Part.IDENTITIES);
    private static final Derived<Map<CredentialId, Credential>> CREDENTIALS =
            Derived.of(it -> byKey(it.snapshot.credentials(), Credential::id), Part.CREDENTIALS);
    private static final Derived<Map<PolicyId, Policy>> POLICIES =
            Derived.of(it -> byKey(it.snapshot.policies(), Policy::id), Part.POLICIES);
    private static final Derived<Map<ResourceId, Resource>> RESOURCES =
            Derived.of(it -> byKey(it.snapshot.resources(), Resource::id), Part.RESOURCES);
    private static final Derived<Map<IdentityId, List<Credential>>> BY_HOLDER =
            Derived.of(it -> grouped(it.snapshot.credentials(), Credential::holder), Part.CREDENTIALS);
    private static final Derived<Map<CredentialId, List<Credential>>> BY_PARENT =
            Derived.of(it -> grouped(it.snapshot.credentials(), Credential::parent), Part.CREDENTIALS);
    private static final Derived<Map<EntityId, List<Grant>>> BY_SUBJECT =
            Derived.of(it -> bySubject(it.snapshot), Part.GRANTS);
    private static final Derived<Map<IdentityId, List<IdentityId>>> BY_MEMBER =
            Derived.of(it -> byMember(it.snapshot), Part.MEMBERSHIPS);
    private static final Derived<Map<SourceName, Set<String>>> WHOLE =
            Derived.of(it -> whole(it.snapshot), Part.COVERAGE);

    /// By native id; an id stands for itself until a second one has the same.
    private static final List<Derived<Map<String, List<EntityId>>>> BY_NATIVE_ID = List.of(
            Derived.of(it -> byNativeId(it.identities.keySet()), Part.IDENTITIES),
            Derived.of(it -> byNativeId(it.credentials.keySet()), Part.CREDENTIALS),
            Derived.of(it -> byNativeId(it.policies.keySet()), Part.POLICIES),
            Derived.of(it -> byNativeId(it.resources.keySet()), Part.RESOURCES));

    private final Snapshot snapshot;
    private final Map<Derived<?>, Object> derived = new ConcurrentHashMap<>();
    private final Map<IdentityId, Identity> identities;
    private final Map<CredentialId, Credential> credentials;
    private final Map<PolicyId, Policy> policies;
    private final Map<ResourceId, Resource> resources;
    private final Map<IdentityId, List<Credential>> credentialsByHolder;
    private final Map<CredentialId, List<Credential>> children;
    private final Map<EntityId, List<Grant>> grantsBySubject;
    private final Map<IdentityId, List<IdentityId>> groups;

    public SnapshotIndex(Snapshot snapshot) {
        this(snapshot, Optional.empty());
    }

    private SnapshotIndex(Snapshot snapshot, Optional<SnapshotIndex> earlier) {
        this.snapshot = snapshot;
        earlier.ifPresent(it -> it.derived.forEach((what, value) -> {
            if (what.isShared(it.snapshot, snapshot)) {
                derived.put(what, value);
            }
        }));
        identities = get(IDENTITIES);
        credentials = get(CREDENTIALS);
        policies = get(POLICIES);
        resources = get(RESOURCES);
        credentialsByHolder = get(BY_HOLDER);
        children = get(BY_PARENT);
        grantsBySubject = get(BY_SUBJECT);
        groups = get(BY_MEMBER);
    }

    /// The index of a snapshot that has some of its lists from this one, the same objects: those are not gone through
    /// again.
    public SnapshotIndex next(Snapshot other) {
        return new SnapshotIndex(other, Optional.of(this));
    }

    /// What is worked out of some parts of the snapshot. Done by the first who asks; twice, if two ask at once.
    @SuppressWarnings("unchecked") // it was put there under the same name
    public <T> T get(Derived<T> what) {
        Object known = derived.get(what);
        if (known == null) {
            Object made = what.make(this);
            Object other = derived.putIfAbsent(what, made);
            known = other == null ? made : other;
        }
        return (T) known;
    }

    private static <K, V> Map<K, List<V>> grouped(List<V> values, Function<V, @Nullable K> key) {
        Map<K, List<V>> grouped = new HashMap<>();
        for (V value : values) {
            K under = key.apply(value);
            if (under != null) {
                grouped.computeIfAbsent(under, _ -> new ArrayList<>(1)).add(value);
            }
        }
        return grouped;
    }

    private static Map<EntityId, List<Grant>> bySubject(Snapshot snapshot) {
        Map<EntityId, List<Grant>> bySubject = grouped(snapshot.grants(), Grant::subject);
        bySubject.values().forEach(grants -> grants.sort(BY_POLICY));
        return bySubject;
    }

    private static Map<IdentityId, List<IdentityId>> byMember(Snapshot snapshot) {
        Map<IdentityId, List<IdentityId>> byMember = new HashMap<>();
        snapshot.memberships()
                .forEach(it -> byMember.computeIfAbsent(it.member(), _ -> new ArrayList<>(1))
                        .add(it.group()));
        byMember.values().forEach(each -> each.sort(Comparator.naturalOrder()));
        return byMember;
    }

    private static Map<SourceName, Set<String>> whole(Snapshot snapshot) {
        return snapshot.coverage().stream()
                .filter(Coverage::provesAbsence)
                .collect(Collectors.groupingBy(
                        Coverage::source, Collectors.mapping(Coverage::scope, Collectors.toUnmodifiableSet())));
    }

    private static Map<String, List<EntityId>> byNativeId(Set<? extends EntityId> ids) {
        Map<String, List<EntityId>> byNativeId = HashMap.newHashMap(ids.size());
        for (EntityId id : ids) {
            byNativeId.merge(id.nativeId(), List.of(id), SnapshotIndex::both);
        }
        return byNativeId;
    }

    private static List<EntityId> both(List<EntityId> some, List<EntityId> others) {
        List<EntityId> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private List<EntityId> named(String nativeId) {
        List<EntityId> named = List.of();
        for (Derived<Map<String, List<EntityId>>> ids : BY_NATIVE_ID) {
            List<EntityId> more = get(ids).getOrDefault(nativeId, List.of());
            named = named.isEmpty() ? more : more.isEmpty() ? named : both(named, more);
        }
        return named;
    }

    /// The newer of two alike.
    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        Map<K, V> byKey = HashMap.newHashMap(values.size());
        values.forEach(value -> byKey.put(key.apply(value), value));
        return byKey;
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

    /// The scopes of a source that were read whole: what is in none of these may be there all the same.
    public Set<String> wholeScopes(SourceName source) {
        return get(WHOLE).getOrDefault(source, Set.of());
    }

    /// Everything the text may name: `<source>:<native id>` names what has exactly that id, whatever another source
    /// calls so; a bare native id (an ARN, an accessor) all things of that id over all sources. An empty list:
    /// unknown. More than one: ambiguous; never act on it.
    public List<EntityId> resolve(String text) {
        List<EntityId> bare = named(text);
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return bare;
        }
        String source = text.substring(0, colon);
        List<EntityId> qualified = named(text.substring(colon + 1)).stream()
                .filter(id -> id.source().value().equals(source))
                .toList();
        return (qualified.isEmpty() ? bare : qualified).stream().sorted().toList();
    }
}
