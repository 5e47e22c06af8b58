package dev.curfew.analysis.reach.openbao.login;

import dev.curfew.analysis.reach.federation.Token;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether a token logs in to a role of a `jwt` login.
///
/// <https://openbao.org/docs/auth/jwt/>
final class JwtLogin {
    private static final Evaluation DENIED = new Evaluation.ImplicitlyDenied(Set.of());

    private JwtLogin() {}

    static Evaluation decide(IdentityId role, LoginRole login, Token token) {
        String issuer = Bound.issuer(login);
        String subject = login.text("bound_subject");
        boolean otherIssuer = !issuer.isEmpty()
                && !token.issuer().isEmpty()
                && !token.issuer().equals(issuer);
        // a token that says whom it is for is refused where the role does not
        if (otherIssuer
                || login.texts("bound_audiences").isEmpty()
                || (!subject.isEmpty() && !subject.equals(token.subject()))) {
            return DENIED;
        }
        Evaluation decision = Decisions.given(role.nativeId(), "subject " + token.subject());
        if (issuer.isEmpty() || token.issuer().isEmpty()) {
            String whose = issuer.isEmpty() ? "whose keys the login has" : issuer;
            decision = Decisions.provided(decision, "issuer " + whose);
        }
        List<String> audiences = login.texts("bound_audiences");
        if (audiences.stream().noneMatch(token::isFor)) {
            decision = Decisions.provided(decision, "a token for " + String.join(" or ", audiences));
        }
        return claims(login, token, decision);
    }

    private static Evaluation claims(LoginRole login, Token token, Evaluation unbound) {
        Evaluation decision = unbound;
        for (Map.Entry<String, List<String>> claim : login.boundClaims().entrySet()) {
            String said = claim.getKey().equals("sub")
                    ? token.subject()
                    : token.claims().getOrDefault(claim.getKey(), "");
            boolean bound = claim.getValue().stream()
                    .anyMatch(value -> login.hasGlobs() ? Globs.matches(value, said) : value.equals(said));
            if (!bound && (!said.isEmpty() || token.allClaims())) {
                return DENIED;
            }
            if (!bound) {
                decision = Decisions.provided(
                        decision, "claim " + claim.getKey() + " " + String.join(" or ", claim.getValue()));
            }
        }
        return decision;
    }
}
