package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principals.Naming;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the policies of one layer say to one request. A layer whose policies name no principals speaks to everyone.
final class Layer {
    private final AwsRequest request;
    private final boolean namesPrincipals;
    private final Map<Naming, Match> allow = new EnumMap<>(Naming.class);
    private final List<DecidingStatement> allowedBy = new ArrayList<>();
    private final List<DecidingStatement> deniedBy = new ArrayList<>();
    private final List<DecidingStatement> maybeDeniedBy = new ArrayList<>();
    private Match deny = Match.NO;

    private Layer(AwsRequest request, boolean namesPrincipals) {
        this.request = request;
        this.namesPrincipals = namesPrincipals;
    }

    /// Identity policies, boundaries, session policies, SCPs.
    static Layer of(AwsRequest request, List<PolicyDocument> policies) {
        return new Layer(request, false).read(policies);
    }

    /// Resource policies, trust policies, RCPs, endpoint policies.
    static Layer naming(AwsRequest request, List<PolicyDocument> policies) {
        return new Layer(request, true).read(policies);
    }

    private Layer read(List<PolicyDocument> policies) {
        for (PolicyDocument policy : policies) {
            for (Statement statement : policy.statements()) {
                if (statement.matchesAction(request.action())) {
                    read(statement);
                }
            }
        }
        return this;
    }

    private void read(Statement statement) {
        Naming naming = namesPrincipals ? naming(statement) : Naming.ITSELF;
        Match named = naming == Naming.NOT ? possiblyNamed(statement) : Match.YES;
        if (named.isNo()) {
            return;
        }
        Match match = named.and(statement.matches(request.action(), request.resource(), request.context()));
        if (match.isNo()) {
            return;
        }
        if (statement.allows()) {
            allow.merge(naming == Naming.NOT ? Naming.ITSELF : naming, match, Match::or);
            allowedBy.add(statement.decides());
        } else {
            deny = deny.or(match);
            (match.isYes() ? deniedBy : maybeDeniedBy).add(statement.decides());
        }
    }

    private Naming naming(Statement statement) {
        if (statement.principals() == null) {
            return Naming.NOT;
        }
        if (statement.notPrincipals()) {
            return statement.principals().excepts(request.principal()).isNo() ? Naming.EVERYONE : Naming.NOT;
        }
        return statement.principals().naming(request.principal());
    }

    /// A principal that is named in a way that is not understood.
    private Match possiblyNamed(Statement statement) {
        if (statement.principals() == null) {
            return Match.NO;
        }
        return statement.notPrincipals()
                ? statement.principals().excepts(request.principal()).not()
                : statement.principals().notNamed(request.principal());
    }

    /// Whether anything in it allows.
    Match allow() {
        return allow.values().stream().reduce(Match.NO, Match::or);
    }

    /// Whether anything that names the principal in this way allows.
    Match allow(Naming naming) {
        return allow.getOrDefault(naming, Match.NO);
    }

    Match deny() {
        return deny;
    }

    List<DecidingStatement> allowedBy() {
        return allowedBy;
    }

    List<DecidingStatement> deniedBy() {
        return deniedBy;
    }

    List<DecidingStatement> maybeDeniedBy() {
        return maybeDeniedBy;
    }
}
