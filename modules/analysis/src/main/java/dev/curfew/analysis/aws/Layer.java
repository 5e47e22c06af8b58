package dev.curfew.analysis.aws;

import dev.curfew.analysis.aws.condition.Condition;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Principals.Naming;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the policies of one layer say to one request.
final class Layer {

    /// Whom the statements of a layer speak to.
    enum Audience {
        /// Identity policies, boundaries, session policies, SCPs: whoever they are attached to.
        HOLDER,
        /// Resource policies and trust policies: whom they name, and nobody else.
        NAMED,
        /// RCPs and endpoint policies: whom they name; everyone where they name nobody.
        NAMED_OR_ALL
    }

    private static final String PRINCIPAL_ARN = "aws:principalarn";

    private record Grant(Naming naming, DecidingStatement by) {}

    private final AwsRequest request;
    private final Audience audience;
    private final boolean bounded;
    private final List<Grant> grants = new ArrayList<>(2);
    private @Nullable List<DecidingStatement> deniedBy;
    private @Nullable List<DecidingStatement> maybeDeniedBy;
    private Match toItself = Match.NO;
    private Match toEveryone = Match.NO;
    private Match toRole = Match.NO;
    private Match toAccount = Match.NO;
    private Match deny = Match.NO;

    /// @param bounded whether the principal has a permissions boundary
    Layer(AwsRequest request, Audience audience, boolean bounded) {
        this.request = request;
        this.audience = audience;
        this.bounded = bounded;
    }

    Layer read(List<PolicyDocument> policies) {
        for (int i = 0; i < policies.size(); i++) {
            List<Statement> statements = policies.get(i).statements();
            for (int j = 0; j < statements.size(); j++) {
                if (statements.get(j).matchesAction(request.action())) {
                    read(statements.get(j));
                }
            }
        }
        return this;
    }

    private void read(Statement statement) {
        Naming naming = audience == Audience.HOLDER ? Naming.ITSELF : naming(statement);
        Match named = naming == Naming.NOT ? possiblyNamed(statement) : Match.YES;
        if (named.isNo()) {
            return;
        }
        Match match = named.and(statement.matchesResource(request.resource(), request.context()));
        if (!match.isNo()) {
            match = match.and(statement.matchesConditions(request.context()));
        }
        if (match.isNo()) {
            return;
        }
        if (statement.allows()) {
            allow(direct(naming, statement), match, statement.decides());
        } else {
            deny(match, statement.decides());
        }
    }

    /// What is allowed beside the policies.
    void allow(Naming naming, Match match, DecidingStatement by) {
        if (match.isNo()) {
            return;
        }
        switch (naming) {
            case ITSELF, NOT -> toItself = toItself.or(match);
            case EVERYONE -> toEveryone = toEveryone.or(match);
            case ROLE -> toRole = toRole.or(match);
            case ACCOUNT -> toAccount = toAccount.or(match);
        }
        grants.add(new Grant(naming == Naming.NOT ? Naming.ITSELF : naming, by));
    }

    private void deny(Match match, DecidingStatement by) {
        deny = deny.or(match);
        if (match.isYes()) {
            deniedBy = deniedBy == null ? new ArrayList<>() : deniedBy;
            deniedBy.add(by);
        } else {
            maybeDeniedBy = maybeDeniedBy == null ? new ArrayList<>() : maybeDeniedBy;
            maybeDeniedBy.add(by);
        }
    }

    private Naming naming(Statement statement) {
        Principals principals = statement.principals();
        if (principals == null) {
            return audience == Audience.NAMED_OR_ALL ? Naming.EVERYONE : Naming.NOT;
        }
        if (statement.notPrincipals()) {
            return deniesWhoeverIsBounded(statement) || !principals.excepts(request.principal())
                    ? Naming.EVERYONE
                    : Naming.NOT;
        }
        return principals.naming(request.principal());
    }

    /// "The NotPrincipal element with a Deny effect will always deny any IAM principal that has a permissions boundary
    /// policy attached": <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>.
    private boolean deniesWhoeverIsBounded(Statement statement) {
        return bounded && audience == Audience.NAMED && !statement.allows();
    }

    /// With `*` for everyone and a condition on the principal's ARN, the session itself is granted.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles>
    private static Naming direct(Naming naming, Statement statement) {
        if (naming == Naming.EVERYONE) {
            for (Condition condition : statement.conditions()) {
                if (condition.isOn(PRINCIPAL_ARN)) {
                    return Naming.ITSELF;
                }
            }
        }
        return naming;
    }

    /// One that is not named may be named all the same, in a way that the request does not tell.
    private Match possiblyNamed(Statement statement) {
        boolean unclear = statement.principals() != null
                && request.context().isPartial()
                && statement.principals().mightName(request.principal());
        return unclear ? Match.unhandled("principal CanonicalUser") : Match.NO;
    }

    /// Whether anything in it allows.
    Match allow() {
        return toItself.or(toEveryone).or(toRole).or(toAccount);
    }

    /// Whether anything that names the principal in this way allows.
    Match allow(Naming naming) {
        return switch (naming) {
            case ITSELF -> toItself;
            case EVERYONE -> toEveryone;
            case ROLE -> toRole;
            case ACCOUNT -> toAccount;
            case NOT -> Match.NO;
        };
    }

    Match deny() {
        return deny;
    }

    /// The statements that allow, in one of these ways.
    List<DecidingStatement> allowedBy(List<Naming> namings) {
        List<DecidingStatement> by = new ArrayList<>(grants.size());
        for (Grant grant : grants) {
            if (namings.contains(grant.naming())) {
                by.add(grant.by());
            }
        }
        return by;
    }

    List<DecidingStatement> deniedBy() {
        return deniedBy == null ? List.of() : deniedBy;
    }

    List<DecidingStatement> maybeDeniedBy() {
        return maybeDeniedBy == null ? List.of() : maybeDeniedBy;
    }
}
