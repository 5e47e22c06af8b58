package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.kubernetes.HeldRoles;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/// Ways of the catalogue of escalations, as steps of whoever holds some roles.
///
/// @param holder who that is, as words call it
record CatalogueWays(HeldRoles roles, String holder) {

    /// @param namespace empty: of the whole cluster
    List<Way> of(List<Method<RuleWay>> methods, String namespace) {
        List<Way> ways = new ArrayList<>();
        for (Method<RuleWay> method : methods) {
            String actions = String.join(", ", method.permissions());
            add(ways, HopKind.ESCALATES, actions, decision(method.way(), namespace));
        }
        return ways;
    }

    private Evaluation decision(RuleWay way, String namespace) {
        HeldRoles.Open open = roles.open(way, "", namespace);
        return open.complete()
                ? open.decision()
                : Decisions.provided(open.decision(), way.need(holder, holder, namespace));
    }
}
