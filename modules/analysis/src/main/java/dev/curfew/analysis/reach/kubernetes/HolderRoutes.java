package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.analysis.escalation.kubernetes.HeldRoles;
import dev.curfew.analysis.kubernetes.BoundRole;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Where the holder of one set of bound roles gets to.
final class HolderRoutes {
    private final Cluster cluster;
    private final EntityId holder;
    private final Map<BoundRole, List<Hop>> held;
    private final HeldRoles roles;

    HolderRoutes(Cluster cluster, EntityId holder, Map<BoundRole, List<Hop>> held) {
        this.cluster = cluster;
        this.holder = holder;
        this.held = held;
        this.roles = new HeldRoles(held.keySet());
    }

    void find(Predicate<EntityId> settled, Consumer<Route> found) {
        EntityId whole = Whole.kubernetes(holder.source());
        CatalogueWays catalogue = new CatalogueWays(roles, holder.nativeId());
        if (!settled.test(whole)) {
            new ClusterControl(catalogue)
                    .ways()
                    .forEach(way -> found.accept(route(whole, way.kind(), way.actions(), way.decision())));
        }
        List<Way> onNodes = List.of();
        for (String namespace : namespaces()) {
            NamespaceControl control = new NamespaceControl(catalogue, namespace);
            Named become = new Named(control::become);
            become.find(cluster.accounts().getOrDefault(namespace, Map.of()), settled, found);
            Named read = new Named(control::read);
            read.find(cluster.secrets().getOrDefault(namespace, Map.of()), settled, found);
            read.find(cluster.tokens().getOrDefault(namespace, Map.of()), settled, found);
            Named enter = new Named(control::enter);
            enter.find(cluster.pods().getOrDefault(namespace, Map.of()), settled, found);
            if (onNodes.isEmpty() && !cluster.isGuarded(namespace)) {
                onNodes = control.run();
            }
        }
        onNodes.forEach(way -> takeNodes(way, settled, found));
        impersonate(settled, found);
    }

    /// A pod that has its node has the tokens of the pods that run there.
    private void takeNodes(Way way, Predicate<EntityId> settled, Consumer<Route> found) {
        Evaluation possible = Decisions.provided(way.decision(), Workloads.ON_NODE);
        for (EntityId account : cluster.running()) {
            if (!account.equals(holder) && !settled.test(account)) {
                found.accept(route(account, way.kind(), way.actions(), possible));
            }
        }
    }

    private void impersonate(Predicate<EntityId> settled, Consumer<Route> found) {
        if (roles.hasVerb(Impersonation.VERB)) {
            Impersonation impersonation = new Impersonation(roles);
            new Named(impersonation::asUser).find(cluster.users(), settled, found);
            new Named(impersonation::asGroup).find(cluster.groups(), settled, found);
        }
    }

    /// Ways that depend on a thing's name at most by a rule that lists it: the others are asked about once.
    private final class Named {
        private final Function<String, List<Way>> ways;
        private final List<Way> ofAny;

        Named(Function<String, List<Way>> ways) {
            this.ways = ways;
            ofAny = ways.apply(HeldRoles.ANY);
        }

        void find(Map<String, EntityId> byName, Predicate<EntityId> settled, Consumer<Route> found) {
            if (!ofAny.isEmpty()) {
                byName.forEach((name, id) ->
                        find(id, roles.listed().contains(name) ? ways.apply(name) : ofAny, settled, found));
                return;
            }
            for (String name : roles.listed()) {
                EntityId id = byName.get(name);
                if (id != null) {
                    find(id, ways.apply(name), settled, found);
                }
            }
        }

        private void find(EntityId id, List<Way> open, Predicate<EntityId> settled, Consumer<Route> found) {
            if (!open.isEmpty() && !id.equals(holder) && !settled.test(id)) {
                for (Way way : open) {
                    // who writes over a token's Secret has not read the token
                    if (way.kind() != HopKind.WRITES || !(id instanceof CredentialId)) {
                        found.accept(route(id, way.kind(), way.actions(), way.decision()));
                    }
                }
            }
        }
    }

    /// Those that some binding holds in: all of them for a ClusterRoleBinding.
    private Collection<String> namespaces() {
        TreeSet<String> namespaces = new TreeSet<>();
        for (BoundRole each : held.keySet()) {
            if (each.namespace().isEmpty()) {
                namespaces.addAll(cluster.accounts().keySet());
                namespaces.addAll(cluster.secrets().keySet());
                namespaces.addAll(cluster.tokens().keySet());
                namespaces.addAll(cluster.pods().keySet());
            } else {
                namespaces.add(each.namespace());
            }
        }
        return namespaces;
    }

    /// The way through the first role that decides.
    private Route route(EntityId target, HopKind kind, String actions, Evaluation decision) {
        List<Hop> before = new ArrayList<>();
        for (DecidingStatement statement : decision.decidedBy()) {
            for (Map.Entry<BoundRole, List<Hop>> each : held.entrySet()) {
                boolean decides = each.getKey().binding().equals(statement.label());
                if (decides && before.isEmpty()) {
                    before.addAll(each.getValue());
                }
            }
        }
        EntityId from = before.isEmpty() ? holder : before.getLast().to();
        return Route.of(before, new Hop(from, target, kind, actions, decision));
    }

    /// One way found.
    record Way(HopKind kind, String actions, Evaluation decision) {
        static void add(List<Way> ways, HopKind kind, String actions, Evaluation decision) {
            if (!Decisions.isDenied(decision)) {
                ways.add(new Way(kind, actions, decision));
            }
        }
    }
}
