package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.Rights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Questions to the policies of an account. What the file does not tell of a request is unknown, not absent.
public final class Ask {
    private static final Set<String> TAGS_OF_TARGET =
            Set.of("aws:resourcetag/", "iam:resourcetag/", "iam:permissionsboundary");

    private static final String ORGANIZATION_OF_TARGET = "aws:resourceorg";

    private Ask() {}

    public static Verdict may(Actor actor, String action, String resource) {
        return may(actor, actor.rights(), action, resource, actor.context());
    }

    public static Verdict may(Actor actor, Rights rights, String action, String resource) {
        return may(actor, rights, action, resource, actor.context());
    }

    /// Most questions are answered with no: only the others are put to the evaluator, which says by which statements.
    public static Verdict may(Actor actor, Rights rights, String action, String resource, RequestContext context) {
        if (rights.says(action, resource, context).isNo()) {
            return Verdict.NO;
        }
        AwsRequest request = new AwsRequest(actor.principal(), action, resource, actor.account(), context);
        return Verdict.of(AwsEvaluator.evaluate(request, rights.policies()));
    }

    /// As [#may], where it does not matter by which statements. What is certain or excluded whatever is not known of
    /// the request, the evaluator is not asked about.
    public static Level level(Actor actor, Rights rights, String action, String resource, RequestContext context) {
        Level level = Level.of(rights.says(action, resource, context));
        return level == Level.POSSIBLE
                ? may(actor, rights, action, resource, context).level()
                : level;
    }

    /// About a user, role or group, whose tags and boundary the request knows.
    ///
    /// @param more further keys of the request
    public static Verdict about(
            Actor actor, Rights rights, String action, Actor target, Map<String, List<String>> more) {
        RequestContext context = rights.isConditional() ? context(actor, target, more) : actor.context();
        return may(actor, rights, action, target.arn(), context);
    }

    /// Of a request about a user, role or group.
    ///
    /// @param more further keys of the request
    public static RequestContext context(Actor actor, Actor target, Map<String, List<String>> more) {
        Map<String, List<String>> values = new HashMap<>(more);
        target.tags().forEach((key, value) -> {
            values.put("aws:ResourceTag/" + key, List.of(value));
            values.put("iam:ResourceTag/" + key, List.of(value));
        });
        target.boundary().ifPresent(arn -> values.put("iam:PermissionsBoundary", List.of(arn)));
        return actor.about(target, values, TAGS_OF_TARGET);
    }

    /// Whether a key of a request is told by whom the request is about.
    ///
    /// @param key in lower case
    public static boolean isOfTarget(String key) {
        return key.startsWith(ORGANIZATION_OF_TARGET) || TAGS_OF_TARGET.stream().anyMatch(key::startsWith);
    }

    /// Whether the role lets the actor in, by its trust policy or another in its place.
    public static Verdict assume(Actor actor, Actor role, IndexedPolicy trust) {
        AwsRequest request = new AwsRequest(
                actor.principal(), "sts:AssumeRole", role.arn(), role.account(), context(actor, role, Map.of()));
        return Verdict.of(AwsEvaluator.evaluate(
                request, actor.rights().policies().under(role.rights().guards()).withResource(trust.document())));
    }

    /// Whether the service may act as the role, on behalf of the role's own account.
    public static Verdict trusts(Actor role, String service) {
        IndexedPolicy trust = role.trust();
        if (trust == null) {
            return Verdict.NO;
        }
        RequestContext context = new RequestContext(
                Map.of(
                        "aws:SourceAccount",
                        List.of(role.account()),
                        "aws:PrincipalIsAWSService",
                        List.of("true"),
                        "aws:PrincipalServiceName",
                        List.of(service)),
                Set.of(),
                true,
                Set.of());
        AwsRequest request =
                new AwsRequest(new Principal.Service(service), "sts:AssumeRole", role.arn(), role.account(), context);
        return Verdict.of(AwsEvaluator.evaluate(
                request,
                AwsPolicies.ofIdentity(List.of()).under(role.rights().guards()).withResource(trust.document())));
    }
}
