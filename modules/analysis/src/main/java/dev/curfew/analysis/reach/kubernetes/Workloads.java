package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.inside.Inside;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pods, and what makes pods: they run as a service account and hold the secrets that they mount.
final class Workloads implements Inside {
    /// `<namespace>/<name>` of the account.
    static final String ACCOUNT = "service-account";

    /// Names of secrets of the same namespace, with commas between.
    private static final String SECRETS = "secrets";

    private final Map<String, Cluster> clusters;
    private final Map<ResourceId, Resource> workloads = new HashMap<>();

    /// @param clusters by source
    Workloads(Map<String, Cluster> clusters) {
        this.clusters = Map.copyOf(clusters);
        for (Cluster cluster : clusters.values()) {
            for (Resource resource : cluster.resources()) {
                if (resource.tags().containsKey(ACCOUNT) || resource.tags().containsKey(SECRETS)) {
                    workloads.put(resource.id(), resource);
                }
            }
        }
    }

    @Override
    public List<Route> of(ResourceId thing) {
        Resource workload = workloads.get(thing);
        Cluster cluster = clusters.get(thing.source().value());
        if (workload == null || cluster == null) {
            return List.of();
        }
        List<Route> found = new ArrayList<>();
        String[] account = workload.tags().getOrDefault(ACCOUNT, "").split("/", 2);
        if (account.length == 2) {
            add(found, thing, cluster.account(account[0], account[1]), HopKind.RUNS_AS);
        }
        String namespace = Cluster.namespace(thing.nativeId());
        for (String secret : workload.tags().getOrDefault(SECRETS, "").split(",", -1)) {
            add(
                    found,
                    thing,
                    cluster.secrets().getOrDefault(namespace, Map.of()).get(secret),
                    HopKind.READS);
            add(found, thing, cluster.tokens().getOrDefault(namespace, Map.of()).get(secret), HopKind.READS);
        }
        return found;
    }

    private static void add(List<Route> found, ResourceId workload, @Nullable EntityId in, HopKind kind) {
        if (in != null) {
            Hop hop = new Hop(workload, in, kind, "", Decisions.given(workload.nativeId(), in.nativeId()));
            found.add(new Route(in, List.of(hop)));
        }
    }

    @Override
    public Set<EntityId> hangsOn(ResourceId thing) {
        return Set.of();
    }

    @Override
    public Collection<ResourceId> things() {
        return workloads.keySet();
    }
}
