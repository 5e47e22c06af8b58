package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.analysis.kubernetes.RbacSubject;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.Part;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one cluster holds, by namespace.
final class Cluster {
    private static final int NAMESPACE_PART = 1;
    private static final int NAME_PART = 2;
    private static final String POD = "kubernetes.pod";

    /// The tag with `<namespace>/<name>` of the account that a workload runs as.
    static final String ACCOUNT = "service-account";

    private static final Derived<Map<String, Listed>> LISTED =
            Derived.of(index -> listed(index.snapshot()), Part.IDENTITIES, Part.RESOURCES);
    private static final Derived<Map<String, Map<String, Map<String, EntityId>>>> TOKENS =
            Derived.of(index -> tokens(index.snapshot()), Part.CREDENTIALS);

    private final Listed listed;
    private final Map<String, Map<String, EntityId>> tokens;
    private final Collection<EntityId> running;

    private Cluster(Listed listed, Map<String, Map<String, EntityId>> tokens) {
        this.listed = listed;
        this.tokens = tokens;
        running = findRunning();
    }

    /// All that a cluster holds but tokens.
    private static final class Listed {
        private final Map<String, Map<String, EntityId>> accounts = new HashMap<>();
        private final Map<String, Map<String, EntityId>> secrets = new HashMap<>();
        private final Map<String, Map<String, EntityId>> pods = new HashMap<>();
        private final Map<String, EntityId> users = new LinkedHashMap<>();
        private final Map<String, EntityId> groups = new LinkedHashMap<>();
        private final Set<String> guarded = new HashSet<>();
        private final List<Resource> resources = new ArrayList<>();
    }

    /// By source.
    static Map<String, Cluster> all(SnapshotIndex index) {
        Map<String, Listed> listed = index.get(LISTED);
        Map<String, Map<String, Map<String, EntityId>>> tokens = index.get(TOKENS);
        Set<String> sources = new HashSet<>(listed.keySet());
        sources.addAll(tokens.keySet());
        Map<String, Cluster> clusters = new HashMap<>();
        for (String source : sources) {
            Listed rest = listed.containsKey(source) ? listed.get(source) : new Listed();
            clusters.put(source, new Cluster(rest, tokens.getOrDefault(source, Map.of())));
        }
        return clusters;
    }

    private static Map<String, Listed> listed(Snapshot snapshot) {
        Map<String, Listed> clusters = new HashMap<>();
        for (Identity identity : snapshot.identities()) {
            switch (identity.kind()) {
                case "kubernetes.service-account" -> put(of(clusters, identity.source()).accounts, identity.id());
                case "kubernetes.user" -> {
                    // the server asks about the service account instead
                    if (!RbacSubject.isServiceAccount(identity.name())) {
                        of(clusters, identity.source()).users.put(identity.name(), identity.id());
                    }
                }
                case "kubernetes.group" ->
                    of(clusters, identity.source()).groups.put(identity.name(), identity.id());
                default -> {}
            }
        }
        for (Resource resource : snapshot.resources()) {
            if (resource.kind().startsWith("kubernetes.")) {
                Listed cluster = of(clusters, resource.source());
                cluster.resources.add(resource);
                if (resource.kind().equals("kubernetes.secret")) {
                    put(cluster.secrets, resource.id());
                } else if (resource.kind().equals(POD)) {
                    put(cluster.pods, resource.id());
                } else if (PodSecurity.isGuarded(resource)) {
                    cluster.guarded.add(namespace(resource.id().nativeId()));
                }
            }
        }
        return clusters;
    }

    private static Listed of(Map<String, Listed> clusters, SourceName source) {
        return clusters.computeIfAbsent(source.value(), _ -> new Listed());
    }

    private static Map<String, Map<String, Map<String, EntityId>>> tokens(Snapshot snapshot) {
        Map<String, Map<String, Map<String, EntityId>>> tokens = new HashMap<>();
        for (Credential credential : snapshot.credentials()) {
            if (credential.kind().equals("kubernetes.token-secret")) {
                put(tokens.computeIfAbsent(credential.source().value(), _ -> new HashMap<>()), credential.id());
            }
        }
        return tokens;
    }

    private static void put(Map<String, Map<String, EntityId>> byNamespace, EntityId id) {
        byNamespace
                .computeIfAbsent(namespace(id.nativeId()), _ -> new LinkedHashMap<>())
                .put(name(id.nativeId()), id);
    }

    /// `serviceaccount/<namespace>/<name>`, `secrets/<namespace>/<name>`, with or without `/<uid>` after it.
    static String namespace(String nativeId) {
        return part(nativeId, NAMESPACE_PART);
    }

    static String name(String nativeId) {
        return part(nativeId, NAME_PART);
    }

    private static String part(String nativeId, int position) {
        String[] parts = nativeId.split("/", -1);
        return parts.length > position ? parts[position] : "";
    }

    /// By namespace and name.
    Map<String, Map<String, EntityId>> accounts() {
        return listed.accounts;
    }

    Map<String, Map<String, EntityId>> secrets() {
        return listed.secrets;
    }

    Map<String, Map<String, EntityId>> tokens() {
        return tokens;
    }

    /// Null where there is none of that name.
    @Nullable
    EntityId account(String namespace, String name) {
        return listed.accounts.getOrDefault(namespace, Map.of()).get(name);
    }

    /// Pods that run as somebody, by namespace and name.
    Map<String, Map<String, EntityId>> pods() {
        return listed.pods;
    }

    /// By name, without those that are service accounts.
    Map<String, EntityId> users() {
        return listed.users;
    }

    Map<String, EntityId> groups() {
        return listed.groups;
    }

    /// Whether the namespace is known to refuse pods that reach for their node.
    boolean isGuarded(String namespace) {
        return listed.guarded.contains(namespace);
    }

    /// The service accounts that pods run as.
    Collection<EntityId> running() {
        return running;
    }

    private Collection<EntityId> findRunning() {
        Set<EntityId> found = new LinkedHashSet<>();
        for (Resource resource : listed.resources) {
            EntityId account = resource.kind().equals(POD) ? accountOf(resource) : null;
            if (account != null) {
                found.add(account);
            }
        }
        return found;
    }

    /// Whom the workload runs as; null where nobody says, or there is no such account.
    @Nullable
    EntityId accountOf(Resource workload) {
        String[] account = workload.tags().getOrDefault(ACCOUNT, "").split("/", 2);
        return account.length == 2 ? account(account[0], account[1]) : null;
    }

    List<Resource> resources() {
        return listed.resources;
    }
}
