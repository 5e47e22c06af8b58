package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleCatalogue;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.catalogue.Words;
import dev.curfew.analysis.escalation.rules.Opening;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Asking;
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

    /// No verb, group or resource has this name, so that only a wildcard matches it.
    private static final String ANY = "~any~";

    private final Asking asking;
    private final String holder;

    /// @param holder who asks, as words call it
    ClusterControl(Asking asking, String holder) {
        this.asking = asking;
        this.holder = holder;
    }

    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        add(ways, HopKind.ADMINISTERS, "*", asking.may(ANY, ANY, ANY, "", ""));
        METHODS.forEach(
                method -> add(ways, HopKind.ESCALATES, String.join(", ", method.permissions()), open(method.way())));
        return ways;
    }

    private Evaluation open(RuleWay way) {
        Evaluation open = Opening.of(
                way.all(),
                (request, verb) -> asking.may(
                        verb, request.group(), request.on(), request.name().isEmpty() ? ANY : request.name(), ""));
        return way.need().isEmpty() ? open : Decisions.provided(open, need(way));
    }

    private String need(RuleWay way) {
        return new Words(way.need(), List.of()).about(holder, holder, "").sentence();
    }
}
