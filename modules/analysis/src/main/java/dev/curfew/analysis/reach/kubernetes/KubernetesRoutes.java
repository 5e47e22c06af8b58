package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.kubernetes.BoundRole;
import dev.curfew.analysis.kubernetes.RbacRole;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.inside.Inside;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Leading;
import dev.curfew.analysis.reach.route.ReadOnce;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Routes;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.Derived;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Ways through Kubernetes RBAC.
public final class KubernetesRoutes implements Routes {
    private static final Derived<ReadOnce<Optional<RbacRole>>> ROLES = ReadOnce.by(KubernetesRoutes::read);

    private final SnapshotIndex index;
    private final Map<String, Cluster> clusters;
    private final ReadOnce<Optional<RbacRole>> roles;

    public KubernetesRoutes(SnapshotIndex index) {
        this.index = index;
        this.clusters = Cluster.all(index);
        roles = index.get(ROLES);
    }

    /// What whoever is in a workload has.
    public Inside workloads() {
        return new Workloads(clusters);
    }

    /// Somebody may hold a policy of any source. No way leads to a credential that is not there.
    @Override
    public Optional<Leading> leadingTo(Set<EntityId> targets) {
        boolean any = targets.stream()
                .filter(it ->
                        !(it instanceof CredentialId id) || index.credential(id).isPresent())
                .anyMatch(it -> it instanceof PolicyId
                        || clusters.containsKey(it.source().value()));
        return any
                ? Optional.of(new Leading(
                        this, from -> clusters.containsKey(from.source().value())))
                : Optional.empty();
    }

    @Override
    public void from(EntityId from, Predicate<EntityId> settled, Consumer<Route> found) {
        Cluster cluster = clusters.get(from.source().value());
        if (cluster == null) {
            return;
        }
        if (from.equals(Whole.kubernetes(from.source()))) {
            everything(cluster, (ResourceId) from, settled, found);
            return;
        }
        Map<BoundRole, List<Hop>> held = new LinkedHashMap<>();
        if (from instanceof PolicyId policy) {
            hold(policy, "", List.of(), held, found);
        } else {
            collect(from, List.of(), held, found);
        }
        if (!held.isEmpty()) {
            new HolderRoutes(cluster, from, held).find(settled, found);
        }
    }

    private void collect(EntityId subject, List<Hop> before, Map<BoundRole, List<Hop>> held, Consumer<Route> found) {
        for (Grant grant : index.grantsOf(subject)) {
            List<Hop> hops = new ArrayList<>(before);
            String label = grant.scope().isEmpty() ? "ClusterRoleBinding" : "RoleBinding in " + grant.scope();
            hops.add(new Hop(
                    subject,
                    grant.policy(),
                    HopKind.HOLDS,
                    "",
                    Decisions.given(grant.policy().nativeId(), label)));
            hold(grant.policy(), grant.scope(), hops, held, found);
        }
        if (subject instanceof IdentityId member && before.isEmpty()) {
            for (IdentityId group : index.groupsOf(member)) {
                collect(group, List.of(Hop.into(group, member)), held, found);
            }
        }
    }

    private void hold(
            PolicyId policy, String namespace, List<Hop> hops, Map<BoundRole, List<Hop>> held, Consumer<Route> found) {
        Optional<RbacRole> role = index.policy(policy).flatMap(roles::of);
        if (role.isPresent()) {
            // a Role asked about by itself holds in its own namespace
            String scope = namespace.isEmpty() ? role.get().namespace() : namespace;
            held.putIfAbsent(new BoundRole(policy.nativeId(), scope, role.get()), hops);
        } else if (!hops.isEmpty()) {
            Hop last = hops.getLast();
            Hop unknown =
                    new Hop(last.from(), policy, HopKind.HOLDS, "", new Evaluation.Unknown(List.of(policy.nativeId())));
            found.accept(Route.of(hops.subList(0, hops.size() - 1), unknown));
        }
    }

    private static Optional<RbacRole> read(Policy policy) {
        if (!policy.kind().equals("kubernetes.role")) {
            return Optional.empty();
        }
        try {
            return Optional.of(RbacRole.parse(policy.text()));
        } catch (PolicySyntaxException e) {
            // the answer is "unknown", and the route says so
            return Optional.empty();
        }
    }

    /// Who administers the cluster is every service account of it and reads every secret.
    private static void everything(
            Cluster cluster, ResourceId whole, Predicate<EntityId> settled, Consumer<Route> found) {
        List<EntityId> all = new ArrayList<>();
        cluster.accounts().values().forEach(byName -> all.addAll(byName.values()));
        cluster.resources().forEach(it -> all.add(it.id()));
        Evaluation given = Decisions.given(whole.nativeId(), "administrator");
        for (EntityId each : all) {
            if (!settled.test(each)) {
                found.accept(new Route(each, List.of(new Hop(whole, each, HopKind.ADMINISTERS, "", given))));
            }
        }
    }
}
