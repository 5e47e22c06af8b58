package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.condition.TextPattern;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One user, role or group with all that decides what it may do.
///
/// @param principal itself; for a policy asked about by itself a user who does not exist
/// @param held its identity policies, its groups' among them
/// @param groups the ARNs of its groups
/// @param context of its requests
/// @param home of its requests about things of its account
record AwsPrincipal(
        EntityId id,
        Principal.InAccount principal,
        AwsPolicies policies,
        List<Held> held,
        List<String> groups,
        RequestContext context,
        RequestContext home) {

    /// A policy and the hops that lead to it; none for a policy asked about by itself.
    record Held(Compiled.Document document, List<Hop> hops) {}

    /// No action and no resource has this name, so that only a wildcard matches it.
    static final String ANYTHING = "~any~";

    String arn() {
        return principal.arn();
    }

    String account() {
        return principal.account();
    }

    String partition() {
        return AwsEstate.partition(arn());
    }

    /// A resource that nothing but wildcards matches.
    String anything() {
        return "arn:" + partition() + ":" + ANYTHING + ":::" + ANYTHING;
    }

    /// @param rest `user/name`, `policy/`
    String inIam(String rest) {
        return "arn:" + partition() + ":iam::" + account() + ":" + rest;
    }

    /// Its account.
    ResourceId whole() {
        return Whole.aws(id.source(), partition(), account());
    }

    boolean isUser() {
        return principal.isUser();
    }

    /// Whether some identity policy allows the action on anything: if not, only a resource's policy can.
    boolean allowsSome(String action) {
        for (Held each : held) {
            if (each.document().allowsSome(action)) {
                return true;
            }
        }
        return false;
    }

    /// The same of any of several.
    ///
    /// @param actions in lower case
    boolean allowsOneOf(Set<String> actions) {
        for (Held each : held) {
            if (each.document().allowsOneOf(actions)) {
                return true;
            }
        }
        return false;
    }

    /// What the allowing statements of its policies name, with wildcards filled in.
    List<String> named() {
        List<String> named = new ArrayList<>();
        for (Held each : held) {
            PolicyDocument readable = each.document().readable();
            if (readable != null) {
                readable.statements().stream().filter(Statement::allows).forEach(statement -> {
                    List<TextPattern> patterns = statement.resources();
                    if (patterns != null) {
                        patterns.forEach(pattern -> named.add(pattern.example(ANYTHING)));
                    }
                });
            }
        }
        return named;
    }

    Evaluation may(String action, String resource) {
        return may(action, resource, "", policies, home);
    }

    /// @param met its policies, with the resource's own
    Evaluation may(String action, String resource, String resourceAccount, AwsPolicies met, RequestContext context) {
        return AwsEvaluator.evaluate(new AwsRequest(principal, action, resource, resourceAccount, context), met);
    }

    /// Whether all is allowed that there is, IAM included.
    Evaluation everything() {
        Evaluation anything = may(ANYTHING + ":" + ANYTHING, anything());
        return Decisions.isDenied(anything)
                ? anything
                : Decisions.all(List.of(anything, may("iam:PutUserPolicy", inIam("user/" + ANYTHING))));
    }

    /// What is left of a resource: the surest of the actions that tell, and of one that only a wildcard matches.
    ///
    /// @param met its policies, with the resource's own
    Evaluation leftOf(String resource, AwsPolicies met) {
        List<Evaluation> asked = new ArrayList<>();
        for (String action : ServiceActions.telling(resource)) {
            Evaluation decision = may(action, resource, "", met, home);
            if (decision instanceof Evaluation.Allowed) {
                return decision;
            }
            asked.add(decision);
        }
        return Decisions.best(asked);
    }

    /// The way through the first of its policies that decides; straight, where a resource's policy alone does.
    Route route(EntityId target, HopKind kind, String actions, Evaluation decision) {
        for (DecidingStatement statement : decision.decidedBy()) {
            for (Held each : held) {
                PolicyDocument readable = each.document().readable();
                if (readable != null && holds(readable, statement)) {
                    return through(each.hops(), target, kind, actions, decision);
                }
            }
        }
        return through(List.of(), target, kind, actions, decision);
    }

    private static boolean holds(PolicyDocument document, DecidingStatement statement) {
        return statement.isWritten()
                && document.name().equals(statement.policy())
                && statement.statement() < document.statements().size()
                && document.statements().get(statement.statement()).decides().equals(statement);
    }

    private Route through(List<Hop> before, EntityId target, HopKind kind, String actions, Evaluation decision) {
        EntityId from = before.isEmpty() ? id : before.getLast().to();
        return Route.of(before, new Hop(from, target, kind, actions, decision));
    }

    /// Straight from the principal: for steps that several of its policies make together.
    Route straight(EntityId target, HopKind kind, String actions, Evaluation decision) {
        return through(List.of(), target, kind, actions, decision);
    }

    static boolean allowed(Evaluation evaluation) {
        return !Decisions.isDenied(evaluation);
    }
}
