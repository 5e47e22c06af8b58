package dev.curfew.analysis.reach.openbao.login;

import dev.curfew.analysis.reach.federation.Issuers;
import dev.curfew.analysis.reach.federation.Token;
import dev.curfew.analysis.reach.route.Decisions;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.IdentityId;
import java.util.List;
import java.util.Set;

/// Whether a service account's token logs in to a role of a Kubernetes login.
///
/// <https://openbao.org/docs/auth/kubernetes/>
final class KubernetesLogin {
    private static final String ACCOUNT = "system:serviceaccount:";

    private KubernetesLogin() {}

    static Evaluation decide(IdentityId role, LoginRole login, Token token) {
        String[] account = token.subject().startsWith(ACCOUNT)
                ? token.subject().substring(ACCOUNT.length()).split(":", 2)
                : new String[0];
        if (account.length != 2 || !matches(login.texts("bound_service_account_names"), account[1])) {
            return new Evaluation.ImplicitlyDenied(Set.of());
        }
        Evaluation decision = Decisions.given(role.nativeId(), "service account " + account[0] + "/" + account[1]);
        if (!matches(login.texts("bound_service_account_namespaces"), account[0])) {
            String selector = login.text("bound_service_account_namespace_selector");
            if (selector.isEmpty()) {
                return new Evaluation.ImplicitlyDenied(Set.of());
            }
            decision = Decisions.provided(decision, "namespace " + account[0] + " matches " + selector);
        }
        String audience = login.text("audience");
        if (!audience.isEmpty() && !token.isFor(audience)) {
            decision = Decisions.provided(decision, "a token for " + audience);
        }
        String host = login.text("kubernetes_host");
        return token.servers().contains(Issuers.plain(host))
                ? decision
                : Decisions.provided(decision, "the cluster at " + host);
    }

    private static boolean matches(List<String> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> Globs.matches(pattern, name));
    }
}
