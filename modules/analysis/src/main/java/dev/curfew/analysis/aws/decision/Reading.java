package dev.curfew.analysis.aws.decision;

import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.condition.Match;
import dev.curfew.analysis.aws.condition.ShortArns;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Principals.Naming;
import dev.curfew.analysis.aws.document.Statement;
import dev.curfew.analysis.aws.program.LayerBit;
import dev.curfew.analysis.aws.program.PatternCode;
import dev.curfew.analysis.aws.program.PolicyProgram;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.ArrayList;
import java.util.List;

/// Reads every layer once, in the order of evaluation, and keeps what matters: the statements that may deny, those that
/// may give something, and what is given for sure and at most.
final class Reading {
    private static final String PRINCIPAL_ARN = "aws:principalarn";

    private final AwsRequest request;
    private final AwsPolicies policies;
    private final List<Said> said = new ArrayList<>(4);
    private boolean denied;
    private int certain;
    private int possible;

    /// The section that is being read: which it is, and what it gives.
    private int section;

    private Match level = Match.NO;
    private Match serviceControl = Match.YES;

    Reading(AwsRequest request, AwsPolicies policies) {
        this.request = request;
        this.policies = policies;
        give(Access.BOUNDARY, Match.of(!policies.isBounded()));
        give(Access.SESSION, Match.of(!policies.isSessionLimited() && !isWithoutSessionPolicy()));
        give(Access.ENDPOINT, Match.of(!policies.isThroughEndpoint()));
        read(policies.code(), policies.statements());
        give(Access.SCP, serviceControl);
    }

    /// A federated user's session without a policy has nothing of its own:
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html>.
    private boolean isWithoutSessionPolicy() {
        return request.principal() instanceof Principal.InAccount it && it.isFederatedUser();
    }

    private void read(int[] code, Statement[] statements) {
        int at = 0;
        int statement = 0;
        while (at < code.length) {
            int bit = code[at];
            PolicyLayer layer = LayerBit.layer(bit);
            int end = statement + code[at + 1];
            at += 2;
            boolean meets = request.meets(bit);
            level = Match.NO;
            for (; statement < end; statement++) {
                if (meets && matters(code[at]) && isAbout(code, at, statements[statement])) {
                    read(code, at, statements[statement], layer);
                }
                at += code[at + 1];
            }
            if (meets) {
                end(layer);
            }
            section++;
        }
    }

    /// What is denied for sure is denied: from then on only denies are looked for.
    private boolean matters(int flags) {
        return (flags & PolicyProgram.ALLOWS) == 0 || !denied;
    }

    private boolean isAbout(int[] code, int head, Statement statement) {
        boolean not = (code[head] & PolicyProgram.NOT_ACTIONS) != 0;
        int at = head + PolicyProgram.HEAD;
        for (int i = 0; i < code[head + 2]; i++) {
            Match match = request.action(code, at);
            if (match.isYes()
                    || (!match.isNo() && statement.actions().pattern(i).matches(request.action()))) {
                return !not;
            }
            at = PatternCode.next(code, at);
        }
        return not;
    }

    private Match isOn(int[] code, int head, Statement statement, PolicyLayer layer) {
        if ((code[head] & PolicyProgram.HAS_RESOURCES) == 0) {
            return Match.YES;
        }
        int at = head + PolicyProgram.HEAD;
        for (int i = 0; i < code[head + 2]; i++) {
            at = PatternCode.next(code, at);
        }
        Match found = Match.NO;
        for (int i = 0; i < code[head + 3] && !found.isYes(); i++) {
            Match match = request.resource(code, at);
            found = found.or(match == Match.MAYBE ? asked(statement, i, layer) : match);
            at = PatternCode.next(code, at);
        }
        return (code[head] & PolicyProgram.NOT_RESOURCES) == 0 ? found : found.not();
    }

    private Match asked(Statement statement, int resource, PolicyLayer layer) {
        return statement.resource(resource).matches(request.resource(), request.context(), ShortArns.of(layer));
    }

    /// Each level of the SCPs has to allow.
    private void end(PolicyLayer layer) {
        switch (layer) {
            case SCP -> serviceControl = serviceControl.and(level);
            case BOUNDARY -> give(Access.BOUNDARY, level);
            case SESSION -> give(Access.SESSION, level);
            case VPC_ENDPOINT -> give(Access.ENDPOINT, level);
            case IDENTITY, RESOURCE, RCP -> {}
        }
    }

    private void read(int[] code, int head, Statement statement, PolicyLayer layer) {
        Match on = isOn(code, head, statement, layer);
        if (on.isNo()) {
            return;
        }
        Naming naming = naming(statement, layer);
        Match named = naming == Naming.NOT ? possiblyNamed(statement) : Match.YES;
        boolean conditional = (code[head] & PolicyProgram.HAS_CONDITIONS) != 0;
        Match match = conditional && !named.isNo()
                ? on.and(named).and(statement.matchesConditions(request.context()))
                : on.and(named);
        boolean allows = (code[head] & PolicyProgram.ALLOWS) != 0;
        if (match.isNo() || (layer == PolicyLayer.RCP && allows)) {
            return;
        }
        int gives = allows ? gives(layer, naming, statement) : 0;
        Said says = new Said(statement, layer, gives, section, named.isYes(), match.isYes());
        if (says.denies()) {
            denied |= match.isYes();
            said.add(says);
        } else if (layer == PolicyLayer.RESOURCE || layer == PolicyLayer.IDENTITY) {
            give(gives, match);
            said.add(says);
        } else {
            limit(says, match);
        }
    }

    /// Of what limits, one statement that allows is as good as more, and nobody asks which.
    private void limit(Said allows, Match match) {
        if (match.isYes()) {
            if (!level.isNo()) {
                said.removeIf(it -> !it.denies() && it.section() == section);
            }
            level = Match.YES;
        } else if (!level.isYes()) {
            said.add(allows);
            level = Match.MAYBE;
        }
    }

    private void give(int bit, Match match) {
        certain |= match.isYes() ? bit : 0;
        possible |= match.isNo() ? 0 : bit;
    }

    /// Identity policies, boundaries, session policies and SCPs speak to whoever they are attached to; a resource's
    /// policy to whom it names; RCPs and endpoint policies to everyone where they name nobody.
    private Naming naming(Statement statement, PolicyLayer layer) {
        return switch (layer) {
            case SCP, BOUNDARY, SESSION, IDENTITY -> Naming.ITSELF;
            case RCP, VPC_ENDPOINT -> statement.principals() == null ? Naming.EVERYONE : named(statement, false);
            case RESOURCE -> named(statement, policies.isBounded());
        };
    }

    /// "The NotPrincipal element with a Deny effect will always deny any IAM principal that has a permissions boundary
    /// policy attached": <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>.
    private Naming named(Statement statement, boolean bounded) {
        Principals principals = statement.principals();
        if (principals == null) {
            return Naming.NOT;
        }
        if (!statement.notPrincipals()) {
            return principals.naming(request.principal());
        }
        boolean denies = bounded && !statement.allows() && request.principal() instanceof Principal.InAccount;
        return denies || !principals.excepts(request.principal()) ? Naming.EVERYONE : Naming.NOT;
    }

    /// One that is not named may be named all the same, in a way that the request does not tell.
    private Match possiblyNamed(Statement statement) {
        boolean unclear = statement.principals() != null
                && request.context().isPartial()
                && statement.principals().mightName(request.principal());
        return unclear ? Match.MAYBE : Match.NO;
    }

    /// With `*` for everyone and a condition that demands the principal's ARN, the session itself is given something.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles>
    private static int gives(PolicyLayer layer, Naming naming, Statement statement) {
        return switch (layer) {
            case SCP -> Access.SCP;
            case BOUNDARY -> Access.BOUNDARY;
            case SESSION -> Access.SESSION;
            case IDENTITY -> Access.IDENTITY;
            case VPC_ENDPOINT -> Access.ENDPOINT;
            case RESOURCE, RCP ->
                switch (naming) {
                    case EVERYONE -> statement.demandsKey(PRINCIPAL_ARN) ? Access.ITSELF : Access.EVERYONE;
                    case ROLE -> Access.ROLE;
                    case ACCOUNT -> Access.ACCOUNT;
                    case ITSELF, NOT -> Access.ITSELF;
                };
        };
    }

    /// Whether something denies, whatever is not known of the request.
    boolean isDenied() {
        return denied;
    }

    /// What is given, as [Access] has it, whatever is not known of the request.
    int certain() {
        return certain;
    }

    /// What is given at most.
    int possible() {
        return possible;
    }

    List<Said> said() {
        return said;
    }
}
