package dev.curfew.analysis.reach.kubernetes;

import static dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way.add;

import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Asking;
import dev.curfew.analysis.reach.kubernetes.HolderRoutes.Way;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Ways to act as users and groups. The server refuses to impersonate a group without a user, who may be anybody.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/>
final class Impersonation {
    private static final String IMPERSONATE = "impersonate";

    private final Asking asking;
    private final Evaluation somebody;

    /// @param names that rules list, and `any` for one that only a rule for all names matches
    Impersonation(Asking asking, Collection<String> names, String any) {
        this.asking = asking;
        List<Evaluation> some =
                new ArrayList<>(List.of(user(any), asking.may(IMPERSONATE, "", "serviceaccounts", any, "")));
        names.forEach(name -> some.add(user(name)));
        somebody = Decisions.best(some);
    }

    List<Way> asUser(String name) {
        List<Way> ways = new ArrayList<>();
        add(ways, HopKind.IMPERSONATES, "impersonate users", user(name));
        return ways;
    }

    List<Way> asGroup(String name) {
        List<Way> ways = new ArrayList<>();
        add(
                ways,
                HopKind.IMPERSONATES,
                "impersonate groups, impersonate users",
                Decisions.all(List.of(asking.may(IMPERSONATE, "", "groups", name, ""), somebody)));
        return ways;
    }

    private Evaluation user(String name) {
        return asking.may(IMPERSONATE, "", "users", name, "");
    }
}
