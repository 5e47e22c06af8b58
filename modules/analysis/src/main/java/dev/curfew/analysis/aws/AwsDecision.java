package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.document.Principals.Naming;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One request on its way through the layers.
final class AwsDecision {
    /// The services whose resources RCPs guard.
    ///
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
    private static final Set<String> RESOURCE_CONTROLLED =
            Set.of("s3", "sts", "kms", "sqs", "secretsmanager", "cognito-idp", "dynamodb", "ecr", "aoss", "logs");

    private final AwsRequest request;
    private final Map<PolicyLayer, List<Layer>> layers = new EnumMap<>(PolicyLayer.class);
    private final Layer resource;
    private final Layer identity;
    private final Match boundary;
    private final Match session;
    private final Match serviceControl;
    private final Match endpoint;

    AwsDecision(AwsRequest request, AwsPolicies policies) {
        this.request = request;
        boolean inAccount = request.principal() instanceof Principal.InAccount;
        identity = layer(PolicyLayer.IDENTITY, inAccount ? policies.identity() : List.of());
        resource = naming(PolicyLayer.RESOURCE, policies.resource() == null ? List.of() : List.of(policies.resource()));
        boundary = each(
                PolicyLayer.BOUNDARY,
                policies.boundaries().stream().map(List::of).toList());
        session = each(
                PolicyLayer.SESSION, policies.session() == null ? List.of() : List.of(List.of(policies.session())));
        serviceControl = each(
                PolicyLayer.SCP,
                AwsEvaluator.bindsServiceControl(request.principal()) ? policies.serviceControl() : List.of());
        boolean resourceControlled = RESOURCE_CONTROLLED.contains(
                request.action().substring(0, Math.max(0, request.action().indexOf(':'))));
        boolean serviceLinked = request.principal() instanceof Principal.InAccount it && it.isServiceLinked();
        if (resourceControlled && !serviceLinked) {
            policies.resourceControl().forEach(level -> naming(PolicyLayer.RCP, level));
        }
        endpoint = policies.vpcEndpoint().isEmpty()
                ? Match.YES
                : naming(PolicyLayer.VPC_ENDPOINT, policies.vpcEndpoint()).allow();
    }

    private Layer layer(PolicyLayer kind, List<PolicyDocument> policies) {
        Layer layer = Layer.of(request, policies);
        layers.computeIfAbsent(kind, _ -> new ArrayList<>()).add(layer);
        return layer;
    }

    private Layer naming(PolicyLayer kind, List<PolicyDocument> policies) {
        Layer layer = Layer.naming(request, policies);
        layers.computeIfAbsent(kind, _ -> new ArrayList<>()).add(layer);
        return layer;
    }

    /// Each of the groups has to allow; no groups: no limit.
    private Match each(PolicyLayer kind, List<List<PolicyDocument>> groups) {
        Match all = Match.YES;
        for (List<PolicyDocument> group : groups) {
            all = all.and(layer(kind, group).allow());
        }
        return all;
    }

    Evaluation evaluation() {
        Match deny = Match.NO;
        Map<PolicyLayer, List<DecidingStatement>> denying = new LinkedHashMap<>();
        List<DecidingStatement> maybeDenying = new ArrayList<>();
        for (var kind : layers.entrySet()) {
            for (Layer layer : kind.getValue()) {
                deny = deny.or(layer.deny());
                maybeDenying.addAll(layer.maybeDeniedBy());
                if (!layer.deniedBy().isEmpty()) {
                    denying.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>())
                            .addAll(layer.deniedBy());
                }
            }
        }
        if (!denying.isEmpty()) {
            return new Evaluation.ExplicitlyDenied(
                    denying.values().stream().flatMap(List::stream).toList(), denying.keySet());
        }
        Match allow = allow();
        if (allow.isNo()) {
            return new Evaluation.ImplicitlyDenied(blockedBy());
        }
        Match both = allow.and(deny.not());
        List<DecidingStatement> decidedBy = new ArrayList<>(resource.allowedBy());
        decidedBy.addAll(identity.allowedBy());
        if (both.isYes()) {
            return new Evaluation.Allowed(decidedBy);
        }
        if (!both.unhandled().isEmpty()) {
            return new Evaluation.Unknown(List.copyOf(both.unhandled()));
        }
        decidedBy.addAll(maybeDenying);
        return new Evaluation.Conditional(decidedBy, both.dependsOn());
    }

    private Match allow() {
        Match own = AwsEvaluator.all(identity.allow(), boundary, session);
        Match access;
        if (!(request.principal() instanceof Principal.InAccount)) {
            access = resource.allow();
        } else if (request.sameAccount()) {
            access = throughResource().or(own.and(throughAccount()));
        } else {
            access = own.and(resource.allow());
        }
        return AwsEvaluator.all(serviceControl, endpoint, access);
    }

    /// In one account a resource's policy is enough by itself. Where it names the role behind a session, what boundary
    /// and session policy leave out stays out; where it names user or session itself, or everyone, it does not.
    private Match throughResource() {
        return resource.allow(Naming.ITSELF)
                .or(resource.allow(Naming.EVERYONE))
                .or(AwsEvaluator.all(resource.allow(Naming.ROLE), boundary, session));
    }

    /// Where the resource's policy decides, it has to leave the decision to the account.
    private Match throughAccount() {
        return request.resourcePolicyDecides() ? resource.allow(Naming.ACCOUNT) : Match.YES;
    }

    private Set<PolicyLayer> blockedBy() {
        Set<PolicyLayer> blocking = EnumSet.noneOf(PolicyLayer.class);
        boolean inAccount = request.principal() instanceof Principal.InAccount;
        boolean resourceNeeded = !inAccount || !request.sameAccount() || request.resourcePolicyDecides();
        add(blocking, PolicyLayer.SCP, serviceControl.isNo());
        add(blocking, PolicyLayer.VPC_ENDPOINT, endpoint.isNo());
        add(blocking, PolicyLayer.RESOURCE, resourceNeeded && resource.allow().isNo());
        if (inAccount && !(request.sameAccount() && throughResource().isYes())) {
            add(blocking, PolicyLayer.BOUNDARY, boundary.isNo());
            add(blocking, PolicyLayer.SESSION, session.isNo());
            add(blocking, PolicyLayer.IDENTITY, identity.allow().isNo() && !namesRole());
        }
        return blocking;
    }

    /// A resource's policy that names the role stands in for the identity policy; only the limits can block then.
    private boolean namesRole() {
        return request.sameAccount() && resource.allow(Naming.ROLE).isYes();
    }

    private static void add(Set<PolicyLayer> blocking, PolicyLayer layer, boolean blocks) {
        if (blocks) {
            blocking.add(layer);
        }
    }
}
