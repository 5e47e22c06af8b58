package dev.curfew.analysis.escalation.kubernetes;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.rules.Spread;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the service accounts that could make themselves administrators of their cluster: by themselves, or as another
/// service account, a user or a group that is one.
public final class KubernetesEscalations {
    private static final String ACCOUNT = "serviceaccount/";

    /// A way of its own leads to it.
    private static final String MASTERS = "system:masters";

    private final Holdings holdings;

    private KubernetesEscalations(SnapshotIndex index) {
        this.holdings = new Holdings(index);
    }

    /// Whose rights a way is about.
    ///
    /// @param namespace a service account's; empty: the cluster's
    private record Goal(Optional<EntityId> target, String namespace, String name) {}

    /// @return ranked
    public static List<Escalation> find(SnapshotIndex index) {
        return new KubernetesEscalations(index).find();
    }

    private List<Escalation> find() {
        Map<EntityId, Certainty> administrators = new LinkedHashMap<>();
        List<EntityId> others = new ArrayList<>();
        String any = HeldRoles.ANY;
        for (EntityId holder : holdings.holders()) {
            if (!Decisions.isDenied(holdings.of(holder).may(any, any, any, any, ""))) {
                administrators.put(holder, Certainty.CERTAIN);
            } else if (holder.nativeId().startsWith(ACCOUNT)) {
                others.add(holder);
            }
        }
        return new Spread(HeldRoles.METHODS, this::find).from(administrators, others);
    }

    private Optional<Spread.Way> find(EntityId from, Method<RuleWay> method, Collection<EntityId> reached) {
        RuleWay way = method.way();
        return switch (way.gives()) {
            case "account" -> target(from, way, reached, ACCOUNT);
            case "user" -> target(from, way, reached, "user/");
            case "group" -> target(from, way, reached, "group/");
            default ->
                way(from, way, new Goal(Optional.empty(), "", ""), from.source().value());
        };
    }

    /// @param kind how the target's native id begins
    private Optional<Spread.Way> target(EntityId from, RuleWay way, Collection<EntityId> reached, String kind) {
        for (EntityId target : reached) {
            String id = target.nativeId();
            if (target.source().equals(from.source()) && !target.equals(from) && id.startsWith(kind)) {
                Goal goal = goal(target, id.substring(kind.length()), kind.equals(ACCOUNT));
                Optional<Spread.Way> found =
                        goal.name().equals(MASTERS) ? Optional.empty() : way(from, way, goal, goal.namespace());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Goal goal(EntityId target, String name, boolean namespaced) {
        String[] parts = name.split("/", -1);
        return namespaced && parts.length > 1
                ? new Goal(Optional.of(target), parts[0], parts[1])
                : new Goal(Optional.of(target), "", name);
    }

    private Optional<Spread.Way> way(EntityId from, RuleWay way, Goal goal, String resource) {
        HeldRoles.Open open = holdings.of(from).open(way, goal.name(), goal.namespace());
        return Decisions.isDenied(open.decision())
                ? Optional.empty()
                : Optional.of(new Spread.Way(open.decision(), goal.target(), resource, open.complete()));
    }
}
