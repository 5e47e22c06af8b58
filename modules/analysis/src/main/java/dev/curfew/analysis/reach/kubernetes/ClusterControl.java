package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.catalogue.Words;
import dev.curfew.analysis.escalation.kubernetes.HeldRoles;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/// Ways to control the whole cluster: everything at once, and those of the catalogue of escalations.
final class ClusterControl {
    private static final List<Method<RuleWay>> METHODS = RuleCatalogue.kubernetes().stream()
            .filter(method -> method.way().gives().equals("cluster"))
            .toList();

    private final HeldRoles roles;
    private final String holder;

    /// @param holder who asks, as words call it
    ClusterControl(HeldRoles roles, String holder) {
        this.roles = roles;
        this.holder = holder;
    }

    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        // no verb, group or resource has this name either
        String any = HeldRoles.ANY;
        add(ways, HopKind.ADMINISTERS, "*", roles.may(any, any, any, "", ""));
        METHODS.forEach(method ->
                add(ways, HopKind.ESCALATES, String.join(", ", method.permissions()), decision(method.way())));
        return ways;
    }

    private Evaluation decision(RuleWay way) {
        HeldRoles.Open open = roles.open(way, "", "");
        return open.complete() || way.need().isEmpty() || Decisions.isDenied(open.decision())
                ? open.decision()
                : Decisions.provided(open.decision(), need(way));
    }

    private String need(RuleWay way) {
        return new Words(way.need(), List.of()).about(holder, holder, "").sentence();
    }
}
