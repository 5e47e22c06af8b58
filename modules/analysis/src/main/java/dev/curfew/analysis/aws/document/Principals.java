package dev.curfew.analysis.aws.document;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// A `Principal` or `NotPrincipal` element.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
public final class Principals {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final int PARTS = 6;

    private final boolean everyone;
    private final Set<String> aws;
    private final Set<String> services;
    private final Set<String> federated;
    private final Set<String> canonical;
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> entities = new HashSet<>();

    /// @param aws under `AWS`: `*`, ARNs, account numbers and unique ids
    /// @param canonical under `CanonicalUser`: accounts, by ids that only S3 knows
    public Principals(
            boolean everyone, Set<String> aws, Set<String> services, Set<String> federated, Set<String> canonical) {
        this.everyone = everyone || aws.contains("*");
        this.aws = Set.copyOf(aws);
        this.services = Set.copyOf(services);
        this.federated = Set.copyOf(federated);
        this.canonical = Set.copyOf(canonical);
        aws.forEach(this::sort);
    }

    private void sort(String named) {
        String[] parts = named.split(":", PARTS);
        if (parts.length == PARTS) {
            String name = parts[5].substring(parts[5].lastIndexOf('/') + 1);
            if (parts[5].equals("root")) {
                accounts.add(parts[4]);
            } else if (parts[5].startsWith("role/")) {
                entities.add(role(parts[4], name));
            } else if (parts[5].startsWith("user/")) {
                entities.add(user(parts[4], name));
            }
        } else if (ACCOUNT.matcher(named).matches()) {
            accounts.add(named);
        }
    }

    static String role(String account, String name) {
        return account + ":role/" + name;
    }

    static String user(String account, String name) {
        return account + ":user/" + name;
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
        return aws;
    }

    public Set<String> services() {
        return services;
    }

    public Set<String> federated() {
        return federated;
    }

    public Naming naming(Principal principal) {
        return switch (principal) {
            case Principal.Anonymous _ -> everyone ? Naming.EVERYONE : Naming.NOT;
            case Principal.Service(String name) -> outside(services, name);
            case Principal.Federated(String provider) -> outside(federated, provider);
            case Principal.InAccount it -> inAccount(it);
        };
    }

    private Naming outside(Set<String> named, String name) {
        return named.contains(name) || named.contains("*") ? Naming.ITSELF : everyone ? Naming.EVERYONE : Naming.NOT;
    }

    private Naming inAccount(Principal.InAccount principal) {
        boolean named = aws.contains(principal.arn()) && !principal.isRoot();
        if (named && !principal.isRole()) {
            return Naming.ITSELF;
        }
        if (everyone) {
            return Naming.EVERYONE;
        }
        if (named || entities.contains(principal.entity())) {
            return Naming.ROLE;
        }
        return accounts.contains(principal.account()) ? Naming.ACCOUNT : Naming.NOT;
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
        return !canonical.isEmpty() && principal instanceof Principal.InAccount;
    }
}
