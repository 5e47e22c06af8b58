package dev.curfew.analysis.reach.openbao;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.openbao.Holder;
import dev.curfew.analysis.escalation.openbao.OpenBaoWays;
import dev.curfew.analysis.escalation.openbao.OpenBaoWays.Open;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What a holder can make itself into, by the methods of the catalogue of escalations: other identities, more than it
/// was granted, what a secrets engine may do. Who can be given any policy is given all there are.
final class CatalogueRoutes {
    /// By whose rights a method gives, how one comes by them.
    private static final Map<String, HopKind> BECOMING = Map.of(
            "token-role", HopKind.MINTS,
            "approle", HopKind.MINTS,
            "user", HopKind.MINTS,
            "entity", HopKind.ESCALATES);

    /// Makes a route through the policy that decides.
    interface Routing {
        Route route(EntityId target, HopKind kind, String actions, Evaluation decision);
    }

    private final OpenBaoEstate estate;
    private final Holder holder;
    private final OpenBaoWays ways;
    private final Routing routing;

    CatalogueRoutes(OpenBaoEstate estate, Holder holder, Routing routing) {
        this.estate = estate;
        this.holder = holder;
        this.ways = new OpenBaoWays(holder, estate.server());
        this.routing = routing;
    }

    void find(Predicate<EntityId> settled, Consumer<Route> found) {
        if (holder.bearing().isEmpty()) {
            return;
        }
        Map<String, List<Method<RuleWay>>> becoming = new HashMap<>();
        boolean whole = false;
        for (Method<RuleWay> method : ways.bearing()) {
            if (BECOMING.containsKey(method.way().gives())) {
                becoming.computeIfAbsent("openbao." + method.way().gives(), _ -> new ArrayList<>())
                        .add(method);
            } else {
                whole |= alone(method, found);
            }
        }
        for (Identity identity : becoming.isEmpty() ? List.<Identity>of() : estate.identities()) {
            if (!settled.test(identity.id()) && !identity.id().equals(holder.id())) {
                become(identity, becoming.getOrDefault(identity.kind(), List.of()), whole, found);
            }
        }
    }

    /// @return whether its own policies alone make it an administrator
    private boolean alone(Method<RuleWay> method, Consumer<Route> found) {
        Open open = ways.open(method.way(), "").orElse(null);
        if (open == null) {
            return false;
        }
        if (OpenBaoWays.leadsOut(method.way())) {
            EntityId engine = OpenBaoWays.engine(holder.id(), open.resource());
            found.accept(route(engine, HopKind.ADMINISTERS, method, open));
            return false;
        }
        Route route = route(Whole.openBao(estate.source()), HopKind.ESCALATES, method, open);
        found.accept(route);
        return route.hops().getLast().decision() instanceof Evaluation.Allowed
                && !OpenBaoWays.hangsOnWhatIsThere(method.way());
    }

    /// @param becoming what gives the rights of such as this
    /// @param whole whether it has everybody's rights by itself; then every entity's besides is nothing new
    private void become(Identity target, List<Method<RuleWay>> becoming, boolean whole, Consumer<Route> found) {
        for (Method<RuleWay> method : becoming) {
            HopKind kind = BECOMING.getOrDefault(method.way().gives(), HopKind.ESCALATES);
            if (!(whole && kind == HopKind.ESCALATES)) {
                ways.open(method.way(), target.id().nativeId())
                        .ifPresent(open -> found.accept(route(target.id(), kind, method, open)));
            }
        }
    }

    private Route route(EntityId target, HopKind kind, Method<RuleWay> method, Open open) {
        String need = method.way().need(holder.id().nativeId(), target.nativeId(), open.resource());
        Evaluation decision = open.complete() ? open.decision() : Decisions.provided(open.decision(), need);
        return routing.route(target, kind, String.join(", ", open.paths()), decision);
    }
}
