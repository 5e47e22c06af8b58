package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.Layer.Audience;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.document.Principals.Naming;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One request on its way through the layers.
final class AwsDecision {
    /// The services whose resources RCPs guard.
    ///
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
    private static final Set<String> RESOURCE_CONTROLLED =
            Set.of("s3", "sts", "kms", "sqs", "secretsmanager", "cognito-idp", "dynamodb", "ecr", "aoss", "logs");

    private final AwsRequest request;
    private final boolean bounded;

    /// In the order of evaluation, as their kinds are declared.
    private final List<Read> layers = new ArrayList<>();

    private final Match serviceControl;
    private final Match endpoint;
    private final Access access;

    private record Read(PolicyLayer kind, Layer layer) {}

    AwsDecision(AwsRequest request, AwsPolicies policies) {
        this.request = request;
        Principal principal = request.principal();
        boolean inAccount = principal instanceof Principal.InAccount;
        boolean controlled = principal instanceof Principal.InAccount it && !it.isServiceLinked();
        bounded = inAccount && !policies.boundaries().isEmpty();
        serviceControl = controlled ? each(PolicyLayer.SCP, policies.serviceControl()) : Match.YES;
        if (isResourceControlled(policies)) {
            policies.resourceControl().forEach(level -> read(PolicyLayer.RCP, Audience.NAMED_OR_ALL, level));
        }
        Match boundary = bounded
                ? read(PolicyLayer.BOUNDARY, Audience.HOLDER, policies.boundaries())
                        .allow()
                : Match.YES;
        Match session = inAccount && policies.session() != null
                ? read(PolicyLayer.SESSION, Audience.HOLDER, List.of(policies.session()))
                        .allow()
                : Match.YES;
        Layer resource = read(
                PolicyLayer.RESOURCE,
                Audience.NAMED,
                policies.resource() == null ? List.of() : List.of(policies.resource()));
        grants(resource, policies);
        Layer identity = read(PolicyLayer.IDENTITY, Audience.HOLDER, inAccount ? policies.identity() : List.of());
        endpoint = policies.vpcEndpoint().isEmpty()
                ? Match.YES
                : read(PolicyLayer.VPC_ENDPOINT, Audience.NAMED_OR_ALL, policies.vpcEndpoint())
                        .allow();
        access = new Access(request, resource, identity, boundary, session, PublicBucket.isClosedTo(request, policies));
    }

    /// No control policy binds roles that AWS services own.
    private boolean isResourceControlled(AwsPolicies policies) {
        boolean serviceLinked = request.principal() instanceof Principal.InAccount it && it.isServiceLinked();
        return !policies.resourceControl().isEmpty()
                && !serviceLinked
                && RESOURCE_CONTROLLED.contains(request.service());
    }

    private Layer read(PolicyLayer kind, Audience audience, List<PolicyDocument> policies) {
        Layer layer = new Layer(request, audience, bounded).read(policies);
        layers.add(new Read(kind, layer));
        return layer;
    }

    /// Each of the levels has to allow; no levels: no limit.
    private Match each(PolicyLayer kind, List<List<PolicyDocument>> levels) {
        Match all = Match.YES;
        for (List<PolicyDocument> level : levels) {
            all = all.and(read(kind, Audience.HOLDER, level).allow());
        }
        return all;
    }

    private void grants(Layer resource, AwsPolicies policies) {
        for (KmsGrant grant : policies.settings().grants()) {
            Naming naming = grant.principals().naming(request.principal());
            if (naming != Naming.NOT) {
                resource.allow(
                        naming,
                        grant.matches(request.action(), request.context()),
                        new DecidingStatement(grant.id(), 0, ""));
            }
        }
    }

    Evaluation evaluation() {
        Match deny = Match.NO;
        for (Read read : layers) {
            deny = deny.or(read.layer().deny());
        }
        if (deny.isYes()) {
            return explicitlyDenied();
        }
        Match allow =
                FixedAnswers.isRefused(request) ? Match.NO : AwsEvaluator.all(serviceControl, endpoint, access.allow());
        if (allow.isNo()) {
            return new Evaluation.ImplicitlyDenied(blockedBy());
        }
        Match both = allow.and(deny.not());
        if (both.isYes()) {
            return new Evaluation.Allowed(access.allowedBy());
        }
        if (!both.unhandled().isEmpty()) {
            return new Evaluation.Unknown(List.copyOf(both.unhandled()));
        }
        List<DecidingStatement> decidedBy = new ArrayList<>(access.allowedBy());
        layers.forEach(read -> decidedBy.addAll(read.layer().maybeDeniedBy()));
        return new Evaluation.Conditional(decidedBy, both.dependsOn());
    }

    private Evaluation explicitlyDenied() {
        List<DecidingStatement> decidedBy = new ArrayList<>();
        Set<PolicyLayer> blockedBy = EnumSet.noneOf(PolicyLayer.class);
        for (Read read : layers) {
            if (!read.layer().deniedBy().isEmpty()) {
                decidedBy.addAll(read.layer().deniedBy());
                blockedBy.add(read.kind());
            }
        }
        return new Evaluation.ExplicitlyDenied(decidedBy, blockedBy);
    }

    private Set<PolicyLayer> blockedBy() {
        Set<PolicyLayer> blocking = EnumSet.noneOf(PolicyLayer.class);
        if (FixedAnswers.isRefused(request)) {
            blocking.add(PolicyLayer.RESOURCE);
        }
        if (serviceControl.isNo()) {
            blocking.add(PolicyLayer.SCP);
        }
        if (endpoint.isNo()) {
            blocking.add(PolicyLayer.VPC_ENDPOINT);
        }
        if (access.allow().isNo()) {
            blocking.addAll(access.missing());
        }
        return blocking;
    }
}
