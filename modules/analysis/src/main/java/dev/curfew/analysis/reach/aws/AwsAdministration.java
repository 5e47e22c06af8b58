package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Control of the whole account, and of groups.
final class AwsAdministration {
    static final String JOIN = "iam:AddUserToGroup";

    private final AwsEstate estate;

    AwsAdministration(AwsEstate estate) {
        this.estate = estate;
    }

    /// @return whether it certainly has the whole account; then nothing else in the account is looked at
    boolean find(AwsPrincipal principal, Predicate<EntityId> settled, Consumer<Route> found) {
        Evaluation whole = principal.everything();
        if (AwsPrincipal.allowed(whole)) {
            found.accept(principal.route(principal.whole(), HopKind.ADMINISTERS, "*", whole));
        }
        if (whole instanceof Evaluation.Allowed) {
            return true;
        }
        if (principal.isUser() && principal.allowsSome(JOIN)) {
            join(principal, settled, found);
        }
        if (!settled.test(principal.whole()) && estate.isNarrowed(principal)) {
            widen(principal, found);
        }
        return false;
    }

    /// Where control policies leave nobody everything, the methods make no administrators; who gives itself any policy
    /// has what is left all the same.
    private static void widen(AwsPrincipal principal, Consumer<Route> found) {
        String noun = principal.isUser() ? "User" : principal.arn().contains(":group/") ? "Group" : "Role";
        for (String action : List.of("iam:Attach" + noun + "Policy", "iam:Put" + noun + "Policy")) {
            Evaluation decision = principal.may(action, principal.arn());
            if (AwsPrincipal.allowed(decision)) {
                found.accept(principal.route(principal.whole(), HopKind.ESCALATES, action, decision));
            }
        }
    }

    private void join(AwsPrincipal principal, Predicate<EntityId> settled, Consumer<Route> found) {
        for (Identity group : estate.identitiesOf(principal.account())) {
            if (group.kind().equals("aws.group") && !settled.test(group.id())) {
                Evaluation decision = principal.may(JOIN, group.id().nativeId());
                if (AwsPrincipal.allowed(decision)) {
                    found.accept(principal.route(group.id(), HopKind.ESCALATES, JOIN, decision));
                }
            }
        }
    }
}
