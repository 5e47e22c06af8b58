package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.inside.Inside;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Pods, and what makes pods: they run as a service account and hold the secrets that they mount.
final class Workloads implements Inside {
    private static final Messages MESSAGES = Messages.of(Workloads.class);

    /// What a pod that has its node needs to be somebody else.
    static final String ON_NODE = MESSAGES.text("need.node");

    private static final String NODE = "node";

    /// What of a pod's own reaches its node, with commas between.
    private static final String NODE_ACCESS = "node-access";

    /// With these the files or processes of other pods are in reach; `hostNetwork` and `hostIPC` alone do not do it.
    private static final Set<String> TAKING = Set.of("privileged", "hostPath", "hostPID");

    /// Names of secrets of the same namespace, with commas between.
    private static final String SECRETS = "secrets";

    private final Map<String, Cluster> clusters;
    private final Map<ResourceId, Resource> workloads = new HashMap<>();
    private final Map<Node, List<Resource>> neighbours = new HashMap<>();

    private record Node(String source, String name) {}

    /// @param clusters by source
    Workloads(Map<String, Cluster> clusters) {
        this.clusters = Map.copyOf(clusters);
        for (Cluster cluster : clusters.values()) {
            for (Resource resource : cluster.resources()) {
                if (resource.tags().containsKey(Cluster.ACCOUNT)
                        || resource.tags().containsKey(SECRETS)) {
                    workloads.put(resource.id(), resource);
                    node(resource)
                            .ifPresent(node -> neighbours
                                    .computeIfAbsent(node, _ -> new ArrayList<>())
                                    .add(resource));
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
        EntityId account = cluster.accountOf(workload);
        add(found, thing, account, HopKind.RUNS_AS);
        besides(workload).stream()
                .map(cluster::accountOf)
                .filter(other -> other != null && !other.equals(account))
                .distinct()
                .forEach(other -> found.add(onNode(workload, other)));
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

    private static Optional<Node> node(Resource workload) {
        return Optional.ofNullable(workload.tags().get(NODE))
                .map(name -> new Node(workload.source().value(), name));
    }

    /// What else runs on its node, where it has that in hand.
    private List<Resource> besides(Resource workload) {
        List<String> access =
                List.of(workload.tags().getOrDefault(NODE_ACCESS, "").split(",", -1));
        return Collections.disjoint(access, TAKING)
                ? List.of()
                : node(workload).map(neighbours::get).orElseGet(List::of);
    }

    /// A `hostPath` may be one where no tokens are, and what runs in a privileged container may not be root.
    private static Route onNode(Resource workload, EntityId account) {
        Evaluation possible = Decisions.provided(
                Decisions.given(workload.id().nativeId(), workload.tags().getOrDefault(NODE_ACCESS, "")),
                MESSAGES.text("need.tokens"));
        return new Route(account, List.of(new Hop(workload.id(), account, HopKind.RUNS_AS, "", possible)));
    }

    @Override
    public Set<EntityId> hangsOn(ResourceId thing) {
        Resource workload = workloads.get(thing);
        return workload == null
                ? Set.of()
                : besides(workload).stream().map(Resource::id).collect(Collectors.toSet());
    }

    @Override
    public Collection<ResourceId> things() {
        return workloads.keySet();
    }
}
