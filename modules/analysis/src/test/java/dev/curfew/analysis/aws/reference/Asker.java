package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Who asks, and how policies name them.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
///
/// @param name an ARN, a service's name, a provider's; empty for nobody
record Asker(String name, String action) {

    /// How one entry names somebody. What it gives differs by that.
    enum Name {
        /// The user, the session, the federated user, the service or the provider itself.
        ITSELF,
        EVERYONE,
        /// The role whose session it is, or the user who federated.
        SOURCE,
        ACCOUNT
    }

    boolean isInAccount() {
        return name.startsWith("arn:") && !isProvider();
    }

    boolean isService() {
        return !name.isEmpty() && !name.startsWith("arn:") && !isProvider();
    }

    /// "AssumeRoleWithWebIdentity" and "AssumeRoleWithSAML" are asked by who has a provider's token.
    private boolean isProvider() {
        return name.contains(":oidc-provider/")
                || name.contains(":saml-provider/")
                || (!name.isEmpty()
                        && !name.startsWith("arn:")
                        && (action.equals("sts:assumerolewithwebidentity") || action.equals("sts:assumerolewithsaml")));
    }

    String account() {
        return isInAccount() ? name.split(":", 6)[4] : "";
    }

    /// `user/ann`, `role/ci`, `assumed-role/ci/session`, `federated-user/ann`, `root`
    private String entity() {
        return isInAccount() ? name.split(":", 6)[5] : "";
    }

    boolean isRoot() {
        return entity().equals("root");
    }

    boolean isUser() {
        return entity().startsWith("user/");
    }

    boolean isSession() {
        return entity().startsWith("assumed-role/");
    }

    boolean isFederatedUser() {
        return entity().startsWith("federated-user/");
    }

    /// A role whose path is `/aws-service-role/`, which is named `AWSServiceRoleFor…`.
    boolean isServiceLinked() {
        return entity().startsWith("role/aws-service-role/") || entity().startsWith("assumed-role/AWSServiceRoleFor");
    }

    /// All the ways in which a `Principal` element names them.
    List<Name> names(JsonNode principal) {
        List<Name> names = new ArrayList<>();
        if (principal.isTextual()) {
            if (principal.asText().equals("*")) {
                names.add(Name.EVERYONE);
            }
            return names;
        }
        principal.properties().forEach(kind -> {
            for (JsonNode entry : kind.getValue().isArray() ? kind.getValue() : List.of(kind.getValue())) {
                names.addAll(names(kind.getKey(), entry.asText()));
            }
        });
        return names;
    }

    private List<Name> names(String kind, String entry) {
        return switch (kind) {
            case "Service" ->
                isService() && (entry.equals(name) || entry.equals("*")) ? List.of(Name.ITSELF) : List.of();
            case "Federated" ->
                isProvider() && (entry.equals(name) || entry.equals("*")) ? List.of(Name.ITSELF) : List.of();
            case "AWS" -> entry.equals("*") ? List.of(Name.EVERYONE) : inAccount(entry);
            default -> List.of();
        };
    }

    private List<Name> inAccount(String entry) {
        if (!isInAccount()) {
            return List.of();
        }
        // "you can specify … the account's ARN, or the shortened form, the account id"
        if (entry.equals(account()) || entry.endsWith(":iam::" + account() + ":root")) {
            return List.of(Name.ACCOUNT);
        }
        if (entry.equals(name)) {
            return List.of(entity().startsWith("role/") ? Name.SOURCE : Name.ITSELF);
        }
        return isSourceOf(entry) ? List.of(Name.SOURCE) : List.of();
    }

    /// The ARN of a session has its role's name without the path.
    private boolean isSourceOf(String entry) {
        String[] own = entity().split("/", -1);
        String[] parts = entry.split(":", 6);
        if (parts.length < 6 || !parts[2].equals("iam") || !parts[4].equals(account())) {
            return false;
        }
        String[] named = parts[5].split("/", -1);
        String type = isSession() ? "role" : isFederatedUser() ? "user" : "";
        return named[0].equals(type) && named[named.length - 1].equals(own[1]);
    }

    /// `NotPrincipal` excepts whom it names; naming the account as well, as its page demands, does not except every
    /// user and role of it, or the page's own example would deny nobody there.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
    boolean isExcepted(JsonNode notPrincipal) {
        return names(notPrincipal).stream().anyMatch(it -> it != Name.ACCOUNT || isRoot());
    }
}
