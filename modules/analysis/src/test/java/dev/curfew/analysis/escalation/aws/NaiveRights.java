package dev.curfew.analysis.escalation.aws;

import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.analysis.escalation.aws.account.Actor;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one actor holds, as plain lists, and questions about it: each is put to the evaluator by itself. How sure an
/// answer is: 0 no, 1 possible, 2 certain.
///
/// @param managed the ARN of the policy beside each document; empty for inline ones
record NaiveRights(
        Actor actor,
        List<PolicyDocument> identity,
        List<String> managed,
        List<PolicyDocument> boundary,
        String boundaryArn,
        List<List<PolicyDocument>> control) {
    private static final String ANY = "~any~";
    private static final Set<String> TARGET_KEYS =
            Set.of("aws:resourcetag/", "iam:resourcetag/", "iam:permissionsboundary");
    private static final List<List<String>> GIVING = List.of(
            List.of("iam:PutUserPolicy", "user/"),
            List.of("iam:PutRolePolicy", "role/"),
            List.of("iam:AttachUserPolicy", "user/"),
            List.of("iam:AttachRolePolicy", "role/"),
            List.of("iam:CreatePolicyVersion", "policy/"));

    static NaiveRights of(Actor actor) {
        Rights rights = actor.rights();
        return new NaiveRights(
                actor,
                rights.held().stream().map(it -> it.policy().document()).toList(),
                rights.held().stream()
                        .map(it -> it.managed() == null ? "" : it.managed().arn())
                        .toList(),
                rights.boundary().map(it -> it.policy().document()).stream().toList(),
                actor.boundary().orElse(""),
                rights.serviceControl().stream()
                        .map(level ->
                                level.stream().map(IndexedPolicy::document).toList())
                        .toList());
    }

    int may(String action, String resource) {
        return may(action, resource, actor.context(), null);
    }

    /// Of an action without a resource.
    int mayIn(String region, String action) {
        return may(action, "*", actor.context(Map.of("aws:RequestedRegion", List.of(region))), null);
    }

    /// @param target about whom the request is, whose tags it knows
    int may(String action, Actor target, Map<String, String> more) {
        return may(action, target.arn(), about(target, more), null);
    }

    int assume(Actor role, @Nullable PolicyDocument trust) {
        if (trust == null) {
            return 0;
        }
        return may(
                "sts:AssumeRole",
                role.arn(),
                role.account(),
                about(role, Map.of()),
                trust,
                role.rights().guards());
    }

    private RequestContext about(Actor target, Map<String, String> more) {
        Map<String, List<String>> values = new HashMap<>();
        more.forEach((key, value) -> values.put(key, List.of(value)));
        target.tags().forEach((key, value) -> {
            values.put("aws:ResourceTag/" + key, List.of(value));
            values.put("iam:ResourceTag/" + key, List.of(value));
        });
        target.boundary().ifPresent(arn -> values.put("iam:PermissionsBoundary", List.of(arn)));
        return actor.about(target, values, TARGET_KEYS);
    }

    private int may(String action, String resource, RequestContext context, @Nullable PolicyDocument trust) {
        return may(
                action,
                resource,
                actor.account(),
                context,
                trust,
                actor.rights().guards());
    }

    private int may(
            String action,
            String resource,
            String resourceAccount,
            RequestContext context,
            @Nullable PolicyDocument trust,
            List<List<PolicyDocument>> guards) {
        AwsRequest request = new AwsRequest(actor.principal(), action, resource, resourceAccount, context);
        AwsPolicies policies = new AwsPolicies(identity, boundary, null, trust, control, guards, List.of());
        return sure(AwsEvaluator.evaluate(request, policies));
    }

    static int sure(Evaluation evaluation) {
        return switch (evaluation) {
            case Evaluation.Allowed _ -> 2;
            case Evaluation.Conditional _, Evaluation.Unknown _ -> 1;
            case Evaluation.ExplicitlyDenied _, Evaluation.ImplicitlyDenied _ -> 0;
        };
    }

    static Certainty certainty(int sure) {
        return sure == 2 ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    int administrator() {
        int gives = GIVING.stream()
                .mapToInt(each -> may(each.getFirst(), actor.iam(each.getLast() + ANY)))
                .max()
                .orElseThrow();
        return Math.min(gives, may(ANY + ":" + ANY, "arn:aws:" + ANY + ":::" + ANY));
    }

    /// An administrator, if need be after taking off the boundary.
    int becomesAdministrator() {
        String lift = "iam:Delete" + (actor.isRole() ? "Role" : "User") + "PermissionsBoundary";
        int lifted = boundary.isEmpty()
                ? 0
                : Math.min(may(lift, actor.arn()), unbounded().administrator());
        return Math.max(administrator(), lifted);
    }

    private NaiveRights unbounded() {
        return new NaiveRights(actor, identity, managed, List.of(), "", control);
    }

    NaiveRights with(PolicyDocument more) {
        return with(List.of(more), List.of(""));
    }

    NaiveRights joining(Actor group) {
        NaiveRights its = of(group);
        return with(its.identity(), its.managed());
    }

    private NaiveRights with(List<PolicyDocument> more, List<String> arns) {
        return new NaiveRights(
                actor,
                Stream.concat(identity.stream(), more.stream()).toList(),
                Stream.concat(managed.stream(), arns.stream()).toList(),
                boundary,
                boundaryArn,
                control);
    }

    /// @param arns of policies that say something else from now on
    NaiveRights replacing(Set<String> arns, PolicyDocument by) {
        List<PolicyDocument> replaced = new ArrayList<>();
        for (int i = 0; i < identity.size(); i++) {
            replaced.add(arns.contains(managed.get(i)) ? by : identity.get(i));
        }
        return new NaiveRights(
                actor, replaced, managed, arns.contains(boundaryArn) ? List.of(by) : boundary, boundaryArn, control);
    }
}
