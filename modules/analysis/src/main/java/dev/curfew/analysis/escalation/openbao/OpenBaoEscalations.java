package dev.curfew.analysis.escalation.openbao;

import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.openbao.OpenBaoWays.Open;
import dev.curfew.analysis.escalation.rules.Spread;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds who could make itself an administrator of its OpenBao, by coming by policies that allow everything; and who
/// could get out of a secrets engine all that the engine itself may do.
public final class OpenBaoEscalations {
    private final Map<EntityId, Holder> holders;
    private final Map<EntityId, OpenBaoWays> ways = new HashMap<>();

    private OpenBaoEscalations(SnapshotIndex index) {
        holders = Holders.of(index);
        Map<SourceName, Server> servers = new HashMap<>();
        holders.forEach((id, holder) -> ways.put(
                id, new OpenBaoWays(holder, servers.computeIfAbsent(id.source(), name -> Server.of(index, name)))));
    }

    /// @return ranked
    public static List<Escalation> find(SnapshotIndex index) {
        return new OpenBaoEscalations(index).find();
    }

    private List<Escalation> find() {
        Map<EntityId, Certainty> administrators = new LinkedHashMap<>();
        List<EntityId> others = new ArrayList<>();
        holders.values().forEach(holder -> {
            switch (holder.administers()) {
                case Evaluation.Allowed _ -> administrators.put(holder.id(), Certainty.CERTAIN);
                case Evaluation.Conditional _, Evaluation.Unknown _ -> {
                    administrators.put(holder.id(), Certainty.POSSIBLE);
                    others.add(holder.id());
                }
                case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> others.add(holder.id());
            }
        });
        return new Spread(OpenBaoWays.METHODS, this::find, method -> !OpenBaoWays.leadsOut(method.way()))
                .from(administrators, others).stream()
                        .filter(found -> !(found.identity() instanceof PolicyId))
                        .toList();
    }

    private Optional<Spread.Way> find(EntityId from, Method<RuleWay> method, Collection<EntityId> reached) {
        OpenBaoWays own = ways.get(from);
        RuleWay way = method.way();
        if (own == null || !own.bearing().contains(method)) {
            return Optional.empty();
        }
        return switch (way.gives()) {
            case "all", "own-policy", "own-login" ->
                own.open(way, "").map(open -> way(open, Optional.empty(), open.resource()));
            case "engine" ->
                own.open(way, "")
                        .map(open ->
                                way(open, Optional.of(OpenBaoWays.engine(from, open.resource())), open.resource()));
            case "own-entity", "group" -> target(from, own, way, reached, "policy/");
            default -> target(from, own, way, reached, way.gives() + "/");
        };
    }

    private static Spread.Way way(Open open, Optional<EntityId> target, String resource) {
        return new Spread.Way(open.decision(), target, resource, open.complete());
    }

    /// The surest.
    ///
    /// @param kind how the target's native id begins
    private static Optional<Spread.Way> target(
            EntityId from, OpenBaoWays own, RuleWay way, Collection<EntityId> reached, String kind) {
        Spread.Way best = null;
        for (EntityId target : reached) {
            String nativeId = target.nativeId();
            if (target.source().equals(from.source()) && nativeId.startsWith(kind) && !target.equals(from)) {
                Optional<Open> open = own.open(way, nativeId);
                if (open.isPresent() && (best == null || open.get().decision() instanceof Evaluation.Allowed)) {
                    best = way(open.get(), Optional.of(target), nativeId);
                }
                boolean sure = best != null && best.decision() instanceof Evaluation.Allowed;
                if (sure || !OpenBaoWays.hangsOnTarget(way)) {
                    break;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
