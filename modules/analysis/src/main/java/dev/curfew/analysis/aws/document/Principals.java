package dev.curfew.analysis.aws.document;

import dev.curfew.analysis.json.JsonTexts;
import java.util.List;
import java.util.Set;

/// A `Principal` or `NotPrincipal` element.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
public final class Principals {
    private static final String EVERYONE = "*";
    static final Principals ALL = new Principals(true, JsonTexts.NONE, JsonTexts.NONE, JsonTexts.NONE, JsonTexts.NONE);

    private final boolean everyone;
    private final JsonTexts aws;
    private final JsonTexts services;
    private final JsonTexts federated;
    private final boolean canonical;

    /// @param aws under `AWS`: `*`, ARNs, account numbers and unique ids
    /// @param canonical under `CanonicalUser`: accounts, by ids that only S3 knows
    public Principals(boolean everyone, JsonTexts aws, JsonTexts services, JsonTexts federated, JsonTexts canonical) {
        this.everyone = everyone || aws.contains(EVERYONE);
        this.aws = aws;
        this.services = services;
        this.federated = federated;
        this.canonical = canonical.size() > 0;
    }

    /// How a principal is named, most direct first.
    public enum Naming {
        /// By its own ARN: the user, the session, the federated user, the service, the provider.
        ITSELF,
        /// As one of all.
        EVERYONE,
        /// By the role behind its session, or the user who federated.
        ROLE,
        /// By its account.
        ACCOUNT,
        NOT
    }

    public boolean everyone() {
        return everyone;
    }

    public Set<String> aws() {
        return Set.copyOf(List.of(aws.taken()));
    }

    public Set<String> services() {
        return Set.copyOf(List.of(services.taken()));
    }

    public Set<String> federated() {
        return Set.copyOf(List.of(federated.taken()));
    }

    public Naming naming(Principal principal) {
        return switch (principal) {
            case Principal.Anonymous _ -> everyone ? Naming.EVERYONE : Naming.NOT;
            case Principal.Service(String name) -> outside(services, name);
            case Principal.Federated(String provider) -> outside(federated, provider);
            case Principal.InAccount it -> inAccount(it);
        };
    }

    /// Whether a service is named, by itself or as one of all services.
    public boolean nameService(String service) {
        return names(services, service);
    }

    private Naming outside(JsonTexts named, String name) {
        if (names(named, name)) {
            return Naming.ITSELF;
        }
        return everyone ? Naming.EVERYONE : Naming.NOT;
    }

    private static boolean names(JsonTexts named, String name) {
        for (String each : named.taken()) {
            if (each.equals(name) || each.equals(EVERYONE)) {
                return true;
            }
        }
        return false;
    }

    private Naming inAccount(Principal.InAccount principal) {
        Naming closest = everyone ? Naming.EVERYONE : Naming.NOT;
        for (String each : aws.taken()) {
            Naming naming = principal.namedBy(each);
            closest = naming.compareTo(closest) < 0 ? naming : closest;
        }
        return closest;
    }

    /// For `NotPrincipal`: naming only the account does not except its users and roles, or the example of a user beside
    /// their account would except the whole account.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
    public boolean excepts(Principal principal) {
        Naming naming = naming(principal);
        return naming != Naming.NOT && (naming != Naming.ACCOUNT || principal.isAccountItself());
    }

    /// Whether one that is not named could be named all the same: a canonical user id is an account's, but nothing here
    /// says which.
    public boolean mightName(Principal principal) {
        return canonical && principal instanceof Principal.InAccount;
    }

    /// Whether there is somebody who could be named so.
    public boolean mightNameAny() {
        return canonical;
    }
}
