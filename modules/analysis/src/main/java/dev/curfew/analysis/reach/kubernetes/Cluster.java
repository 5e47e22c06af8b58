package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one cluster holds, by namespace.
final class Cluster {
    private static final int NAMESPACE_PART = 1;
    private static final int NAME_PART = 2;

    private final Map<String, Map<String, EntityId>> accounts = new HashMap<>();
    private final Map<String, Map<String, EntityId>> secrets = new HashMap<>();
    private final Map<String, Map<String, EntityId>> tokens = new HashMap<>();
    private final Map<String, Map<String, EntityId>> pods = new HashMap<>();
    private final List<Resource> resources = new ArrayList<>();

    static Map<String, Cluster> all(Snapshot snapshot) {
        Map<String, Cluster> clusters = new HashMap<>();
        for (Identity identity : snapshot.identities()) {
            if (identity.kind().equals("kubernetes.service-account")) {
                put(of(clusters, identity.source().value()).accounts, identity.id());
            }
        }
        for (Resource resource : snapshot.resources()) {
            if (resource.kind().startsWith("kubernetes.")) {
                Cluster cluster = of(clusters, resource.source().value());
                cluster.resources.add(resource);
                if (resource.kind().equals("kubernetes.secret")) {
                    put(cluster.secrets, resource.id());
                } else if (resource.kind().equals("kubernetes.pod")) {
                    put(cluster.pods, resource.id());
                }
            }
        }
        for (Credential credential : snapshot.credentials()) {
            if (credential.kind().equals("kubernetes.token-secret")) {
                put(of(clusters, credential.source().value()).tokens, credential.id());
            }
        }
        return clusters;
    }

    private static Cluster of(Map<String, Cluster> clusters, String source) {
        return clusters.computeIfAbsent(source, _ -> new Cluster());
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
        return accounts;
    }

    Map<String, Map<String, EntityId>> secrets() {
        return secrets;
    }

    Map<String, Map<String, EntityId>> tokens() {
        return tokens;
    }

    /// Null where there is none of that name.
    @Nullable
    EntityId account(String namespace, String name) {
        return accounts.getOrDefault(namespace, Map.of()).get(name);
    }

    /// Pods that run as somebody, by namespace and name.
    Map<String, Map<String, EntityId>> pods() {
        return pods;
    }

    List<Resource> resources() {
        return resources;
    }
}
