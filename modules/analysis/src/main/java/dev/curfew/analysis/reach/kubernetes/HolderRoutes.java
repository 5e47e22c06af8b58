package dev.curfew.analysis.reach.kubernetes;

import dev.curfew.analysis.kubernetes.BoundRole;
import dev.curfew.analysis.kubernetes.RbacEvaluator;
import dev.curfew.analysis.kubernetes.RbacRequest;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Where the holder of one set of bound roles gets to.
final class HolderRoutes {
    private final Cluster cluster;
    private final EntityId holder;
    private final Map<BoundRole, List<Hop>> held;
    private final Collection<BoundRole> bound;

    HolderRoutes(Cluster cluster, EntityId holder, Map<BoundRole, List<Hop>> held) {
        this.cluster = cluster;
        this.holder = holder;
        this.held = held;
        this.bound = held.keySet();
    }

    void find(Predicate<EntityId> settled, Consumer<Route> found) {
        EntityId whole = Whole.kubernetes(holder.source());
        if (!settled.test(whole)) {
            new ClusterControl(this::may)
                    .ways()
                    .forEach(way -> found.accept(route(whole, way.kind(), way.actions(), way.decision())));
        }
        for (String namespace : namespaces()) {
            NamespaceControl control = new NamespaceControl(this::may, namespace);
            for (Identity account : cluster.accounts().getOrDefault(namespace, List.of())) {
                if (!settled.test(account.id()) && !account.id().equals(holder)) {
                    control.become(Cluster.name(account.id().nativeId()))
                            .forEach(way ->
                                    found.accept(route(account.id(), way.kind(), way.actions(), way.decision())));
                }
            }
            for (Resource secret : cluster.secrets().getOrDefault(namespace, List.of())) {
                if (!settled.test(secret.id())) {
                    control.read(Cluster.name(secret.id().nativeId()))
                            .forEach(
                                    way -> found.accept(route(secret.id(), way.kind(), way.actions(), way.decision())));
                }
            }
            for (Credential token : cluster.tokens().getOrDefault(namespace, List.of())) {
                if (!settled.test(token.id())) {
                    control.read(Cluster.name(token.id().nativeId()))
                            .forEach(way ->
                                    found.accept(route(token.id(), HopKind.READS, way.actions(), way.decision())));
                }
            }
        }
    }

    /// Those that some binding holds in: all of them for a ClusterRoleBinding.
    private Collection<String> namespaces() {
        TreeSet<String> namespaces = new TreeSet<>();
        for (BoundRole each : bound) {
            if (each.namespace().isEmpty()) {
                namespaces.addAll(cluster.accounts().keySet());
                namespaces.addAll(cluster.secrets().keySet());
                namespaces.addAll(cluster.tokens().keySet());
            } else {
                namespaces.add(each.namespace());
            }
        }
        return namespaces;
    }

    private Evaluation may(String verb, String apiGroup, String resource, String name, String namespace) {
        return RbacEvaluator.evaluate(bound, RbacRequest.of(verb, apiGroup, resource, name, namespace));
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

    /// Asks what the holder may do.
    interface Asking {
        Evaluation may(String verb, String apiGroup, String resource, String name, String namespace);
    }

    /// One way found.
    record Way(HopKind kind, String actions, Evaluation decision) {
        static void add(List<Way> ways, HopKind kind, String actions, Evaluation decision) {
            if (!Decisions.isDenied(decision)) {
                ways.add(new Way(kind, actions, decision));
            }
        }

        /// Allowed, if something else is the case besides.
        static Evaluation provided(Evaluation decision, String condition) {
            return decision instanceof Evaluation.Allowed allowed
                    ? new Evaluation.Conditional(allowed.decidedBy(), java.util.Set.of(condition))
                    : decision;
        }
    }
}
