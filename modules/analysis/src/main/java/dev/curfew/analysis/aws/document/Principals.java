package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.aws.condition.Match;
import java.util.List;
import java.util.Set;

/// A `Principal` or `NotPrincipal` element.
///
/// @param everyone `"*"`, or `*` under `AWS`
/// @param aws under `AWS`: ARNs, account numbers and unique ids
/// @param unhandled kinds of principal that are not understood
public record Principals(
        boolean everyone,
        Set<String> aws,
        Set<String> services,
        Set<String> federated,
        Set<String> canonical,
        List<String> unhandled) {

    public Principals {
        aws = Set.copyOf(aws);
        services = Set.copyOf(services);
        federated = Set.copyOf(federated);
        canonical = Set.copyOf(canonical);
        unhandled = List.copyOf(unhandled);
    }

    /// How a principal is named, most direct first.
    public enum Naming {
        /// By its own ARN: the user, the session, the federated user, the service, the provider.
        ITSELF,
        /// As one of all.
        EVERYONE,
        /// By the role behind its session.
        ROLE,
        /// By its account.
        ACCOUNT,
        NOT
    }

    public Naming naming(Principal principal) {
        return switch (principal) {
            case Principal.Anonymous _ -> everyone ? Naming.EVERYONE : Naming.NOT;
            case Principal.Service(String name) ->
                services.contains(name) || services.contains("*")
                        ? Naming.ITSELF
                        : everyone ? Naming.EVERYONE : Naming.NOT;
            case Principal.Federated(String provider) ->
                federated.contains(provider) || federated.contains("*")
                        ? Naming.ITSELF
                        : everyone ? Naming.EVERYONE : Naming.NOT;
            case Principal.InAccount it -> inAccount(it);
        };
    }

    private Naming inAccount(Principal.InAccount principal) {
        if (aws.contains(principal.arn())) {
            return principal.isRole() ? Naming.ROLE : Naming.ITSELF;
        }
        if (everyone) {
            return Naming.EVERYONE;
        }
        if (principal.isSession() && aws.stream().anyMatch(principal::isSessionOf)) {
            return Naming.ROLE;
        }
        return aws.contains(principal.account()) || aws.contains(principal.accountArn()) ? Naming.ACCOUNT : Naming.NOT;
    }

    /// For `NotPrincipal`: naming only the account does not except its users and roles.
    public Match excepts(Principal principal) {
        Naming naming = naming(principal);
        if (naming == Naming.NOT) {
            return notNamed(principal);
        }
        return Match.of(naming != Naming.ACCOUNT || principal.isAccountItself());
    }

    /// Whether one that is not named could be named all the same, in a way that is not understood. A canonical user id
    /// is an account's, but nothing here says which.
    public Match notNamed(Principal principal) {
        if (!canonical.isEmpty() && principal instanceof Principal.InAccount) {
            return Match.unhandled("principal CanonicalUser");
        }
        return unhandled.isEmpty() ? Match.NO : Match.unhandled("principal " + unhandled.getFirst());
    }
}
