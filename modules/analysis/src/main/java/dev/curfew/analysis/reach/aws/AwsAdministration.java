package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Control of IAM itself: the whole account, one's own access, other principals.
///
/// The methods are those of <https://pathfinding.cloud> that need nothing but IAM: iam-001, -002, -004 to -013.
final class AwsAdministration {
    /// Each gives another user's key or password.
    static final List<String> KEYS = List.of("iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile");

    static final String JOIN = "iam:AddUserToGroup";
    static final String TRUST = "iam:UpdateAssumeRolePolicy";

    private static final String ANY = AwsPrincipal.ANYTHING;

    private final AwsEstate estate;

    AwsAdministration(AwsEstate estate) {
        this.estate = estate;
    }

    /// @return whether it certainly has the whole account; then nothing else in the account is looked at
    boolean find(AwsPrincipal principal, Predicate<EntityId> settled, Consumer<Route> found) {
        EntityId account = Whole.aws(principal.id().source(), principal.partition(), principal.account());
        Evaluation whole = principal.everything();
        if (AwsPrincipal.allowed(whole)) {
            found.accept(principal.route(account, HopKind.ADMINISTERS, "*", whole));
        }
        if (whole instanceof Evaluation.Allowed) {
            return true;
        }
        if (!settled.test(account)) {
            escalations(principal).forEach(step -> found.accept(step.route(principal, account)));
        }
        others(principal, settled, found);
        return false;
    }

    private record Escalation(String actions, Evaluation decision) {
        Route route(AwsPrincipal principal, EntityId account) {
            return principal.route(account, HopKind.ESCALATES, actions, decision);
        }
    }

    /// Giving oneself any policy makes an administrator, unless a boundary holds that cannot be taken off.
    private List<Escalation> escalations(AwsPrincipal principal) {
        List<Escalation> found = new ArrayList<>();
        String arn = principal.arn();
        String own = principal.inIam("policy/");
        if (principal.isRole()) {
            add(found, principal, "iam:AttachRolePolicy", arn);
            add(found, principal, "iam:PutRolePolicy", arn);
        } else if (arn.contains(":group/")) {
            add(found, principal, "iam:AttachGroupPolicy", arn);
            add(found, principal, "iam:PutGroupPolicy", arn);
        } else {
            add(found, principal, "iam:AttachUserPolicy", arn);
            add(found, principal, "iam:PutUserPolicy", arn);
        }
        for (String group : principal.groups()) {
            add(found, principal, "iam:AttachGroupPolicy", group);
            add(found, principal, "iam:PutGroupPolicy", group);
        }
        for (AwsPrincipal.Held held : principal.held()) {
            String policy = held.document().id().nativeId();
            if (policy.startsWith(own)) {
                add(found, principal, "iam:CreatePolicyVersion", policy);
            }
        }
        return found;
    }

    private void add(List<Escalation> found, AwsPrincipal principal, String action, String on) {
        if (!principal.allowsSome(action)) {
            return;
        }
        Evaluation decision = Decisions.all(List.of(principal.may(action, on), unbounded(principal)));
        if (AwsPrincipal.allowed(decision)) {
            found.add(new Escalation(action, decision));
        }
    }

    /// Whether a policy that it gives itself would count.
    private static Evaluation unbounded(AwsPrincipal principal) {
        if (principal.policies().boundaries().isEmpty()) {
            return new Evaluation.Allowed(List.of());
        }
        String lift = principal.isRole() ? "iam:DeleteRolePermissionsBoundary" : "iam:DeleteUserPermissionsBoundary";
        Evaluation lifted = principal.may(lift, principal.arn());
        Evaluation wide = AwsEvaluator.evaluate(
                new AwsRequest(principal.principal(), ANY + ":" + ANY, principal.anything(), "", principal.context()),
                AwsPolicies.ofIdentity(principal.policies().boundaries()));
        return Decisions.best(List.of(wide, lifted));
    }

    /// Other users by a new key or password, groups by joining, roles by rewriting their trust.
    private void others(AwsPrincipal principal, Predicate<EntityId> settled, Consumer<Route> found) {
        boolean keys = KEYS.stream().anyMatch(principal::allowsSome);
        boolean groups = principal.isUser() && principal.allowsSome(JOIN);
        boolean trusts = principal.allowsSome(TRUST);
        if (!keys && !groups && !trusts) {
            return;
        }
        for (Identity other : estate.identitiesOf(principal.account())) {
            if (settled.test(other.id()) || other.id().equals(principal.id())) {
                continue;
            }
            switch (other.kind()) {
                case "aws.user" -> {
                    if (keys) {
                        user(principal, other, found);
                    }
                }
                case "aws.group" -> {
                    if (groups) {
                        accept(principal, other, HopKind.ESCALATES, JOIN, found);
                    }
                }
                case "aws.role" -> {
                    if (trusts) {
                        accept(principal, other, HopKind.ESCALATES, TRUST, found);
                    }
                }
                default -> {}
            }
        }
    }

    private static void user(AwsPrincipal principal, Identity user, Consumer<Route> found) {
        for (String action : KEYS) {
            accept(principal, user, HopKind.MINTS, action, found);
        }
    }

    private static void accept(
            AwsPrincipal principal, Identity on, HopKind kind, String action, Consumer<Route> found) {
        Evaluation decision = principal.may(action, on.id().nativeId());
        if (AwsPrincipal.allowed(decision)) {
            found.accept(principal.route(on.id(), kind, action, decision));
        }
    }
}
