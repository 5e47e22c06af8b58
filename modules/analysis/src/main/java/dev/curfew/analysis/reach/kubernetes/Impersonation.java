package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;

import dev.curfew.analysis.escalation.kubernetes.HeldRoles;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.List;

/// Ways to act as users and groups. The server refuses to impersonate a group without a user, who may be anybody.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/>
final class Impersonation {
    static final String VERB = "impersonate";

    private final HeldRoles roles;
    private final Evaluation somebody;

    Impersonation(HeldRoles roles) {
        this.roles = roles;
        somebody =
                Decisions.best(List.of(roles.maySome(VERB, "", "users"), roles.maySome(VERB, "", "serviceaccounts")));
    }

    List<Way> asUser(String name) {
        List<Way> ways = new ArrayList<>();
        add(ways, HopKind.IMPERSONATES, "impersonate users", may("users", name));
        return ways;
    }

    List<Way> asGroup(String name) {
        List<Way> ways = new ArrayList<>();
        add(
                ways,
                HopKind.IMPERSONATES,
                "impersonate groups, impersonate users",
                Decisions.all(List.of(may("groups", name), somebody)));
        return ways;
    }

    private Evaluation may(String resource, String name) {
        return roles.may(VERB, "", resource, name, "");
    }
}
