package dev.curfew.analysis.reach.openbao.login;

import dev.curfew.analysis.reach.federation.GitHubClaims;
import dev.curfew.analysis.reach.federation.Issuers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Whom a role names.
final class Bound {
    private static final String ANYBODY = "*";

    private Bound() {}

    /// `<namespace>:<name>` of each service account that a Kubernetes login's role is bound to; none where it is bound
    /// otherwise, or by a pattern.
    static List<String> accounts(LoginRole login) {
        List<String> names = login.texts("bound_service_account_names");
        List<String> namespaces = login.texts("bound_service_account_namespaces");
        boolean exact = login.isKubernetes()
                && login.text("bound_service_account_namespace_selector").isEmpty()
                && names.stream().noneMatch(it -> it.contains(ANYBODY))
                && namespaces.stream().noneMatch(it -> it.contains(ANYBODY));
        List<String> accounts = new ArrayList<>();
        if (exact) {
            namespaces.forEach(namespace -> names.forEach(name -> accounts.add(namespace + ":" + name)));
        }
        return accounts;
    }

    /// Patterns of subjects by issuer, of a `jwt` login. A Kubernetes login asks its cluster, and says no issuer.
    static Map<String, List<String>> subjects(LoginRole login) {
        String issuer = issuer(login);
        return login.isKubernetes() || issuer.isEmpty() ? Map.of() : Map.of(issuer, patterns(login, issuer));
    }

    private static List<String> patterns(LoginRole login, String issuer) {
        String subject = login.text("bound_subject");
        if (!subject.isEmpty()) {
            return List.of(subject);
        }
        Map<String, List<String>> claims = login.boundClaims();
        List<String> subjects = claims.getOrDefault("sub", List.of());
        List<String> repositories = claims.getOrDefault("repository", List.of());
        if (!subjects.isEmpty()) {
            return subjects;
        }
        return issuer.equals(GitHubClaims.ISSUER) && !repositories.isEmpty()
                ? repositories.stream().map(it -> "repo:" + it + ":*").toList()
                : List.of(ANYBODY);
    }

    /// As [Issuers#plain]; empty where only keys are configured.
    static String issuer(LoginRole login) {
        String bound = login.text("bound_issuer");
        return Issuers.plain(bound.isEmpty() ? login.text("oidc_discovery_url") : bound);
    }
}
