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
    private final Map<String, List<EntityId>> byNativeId;

    public SnapshotIndex(Snapshot snapshot) {
        this.snapshot = snapshot;
        identities = byKey(snapshot.identities(), Identity::id);
        credentials = byKey(snapshot.credentials(), Credential::id);
        policies = byKey(snapshot.policies(), Policy::id);
        resources = byKey(snapshot.resources(), Resource::id);
        credentialsByHolder = new HashMap<>();
        children = new HashMap<>();
        snapshot.credentials().forEach(this::indexCredential);
        grantsBySubject = snapshot.grants().stream().collect(Collectors.groupingBy(Grant::subject));
        groups = snapshot.memberships().stream()
                .collect(Collectors.groupingBy(
                        Membership::member, Collectors.mapping(Membership::group, Collectors.toList())));
        grantsBySubject.replaceAll((_, grants) -> sorted(grants, BY_POLICY));
        groups.replaceAll((_, each) -> sorted(each, Comparator.naturalOrder()));
        byNativeId = Stream.<Collection<? extends EntityId>>of(
                        identities.keySet(), credentials.keySet(), policies.keySet(), resources.keySet())
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(EntityId::nativeId));
    }

    private void indexCredential(Credential credential) {
        if (credential.holder() != null) {
            credentialsByHolder
                    .computeIfAbsent(credential.holder(), _ -> new ArrayList<>())
                    .add(credential);
        }
        if (credential.parent() != null) {
            children.computeIfAbsent(credential.parent(), _ -> new ArrayList<>())
                    .add(credential);
        }
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

    /// Everything the text may name: `<source>:<native id>` names one thing, a bare native id (an ARN, an accessor)
    /// all things of that id over all sources. An empty list: unknown. More than one: ambiguous; never act on it.
    public List<EntityId> resolve(String text) {
        List<EntityId> bare = byNativeId.getOrDefault(text, List.of());
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return bare;
        }
        String source = text.substring(0, colon);
        Stream<EntityId> qualified = byNativeId.getOrDefault(text.substring(colon + 1), List.of()).stream()
                .filter(id -> id.source().value().equals(source));
        return Stream.concat(qualified, bare.stream()).distinct().sorted().toList();
    }
}
