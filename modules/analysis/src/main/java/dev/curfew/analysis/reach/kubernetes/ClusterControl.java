package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;

import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.RuleWay;
import dev.curfew.analysis.escalation.kubernetes.HeldRoles;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way;
import java.util.ArrayList;
import java.util.List;

/// Ways to control the whole cluster: everything at once, and those of the catalogue of escalations.
final class ClusterControl {
    private static final List<Method<RuleWay>> METHODS = HeldRoles.METHODS.stream()
            .filter(method -> method.way().gives().equals("cluster"))
            .toList();

    private final CatalogueWays catalogue;

    ClusterControl(CatalogueWays catalogue) {
        this.catalogue = catalogue;
    }

    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        // no verb, group or resource has this name either
        String any = HeldRoles.ANY;
        add(ways, HopKind.ADMINISTERS, "*", catalogue.roles().may(any, any, any, "", ""));
        ways.addAll(catalogue.of(METHODS, ""));
        return ways;
    }
}
