package dev.curfew.connector.openbao.observe.login;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a kind of login calls its roles, and what of them says whom they let in.
///
/// <https://openbao.org/api-docs/auth/>
///
/// @param type as the trust's document names it: logins of `oidc` are those of `jwt` under another name
/// @param list below the mount; the role's name follows
/// @param identity the kind of identity that a role is
/// @param bound what of a role is kept, besides what its tokens are like
/// @param configured what of the login's own configuration is kept, which holds for all its roles; empty: it is not
///     read
record LoginKind(String type, String list, String identity, List<String> bound, List<String> configured) {
    /// Its own scopes read these: tokens, their roles, approles.
    private static final Set<String> ELSEWHERE = Set.of("token", "ns_token", "approle");

    private static final String ROLE = "openbao.login-role";

    private static final LoginKind KUBERNETES = new LoginKind(
            "kubernetes",
            "role/",
            ROLE,
            List.of(
                    "alias_name_source",
                    "audience",
                    "bound_service_account_names",
                    "bound_service_account_namespace_selector",
                    "bound_service_account_namespaces"),
            List.of("disable_iss_validation", "issuer", "kubernetes_host"));

    private static final LoginKind JWT = new LoginKind(
            "jwt",
            "role/",
            ROLE,
            List.of(
                    "bound_audiences",
                    "bound_claims",
                    "bound_claims_type",
                    "bound_subject",
                    "groups_claim",
                    "role_type",
                    "user_claim"),
            List.of("bound_issuer", "jwks_url", "oidc_discovery_url"));

    private static final LoginKind CERT = new LoginKind(
            "cert",
            "certs/",
            ROLE,
            List.of(
                    "allowed_common_names",
                    "allowed_dns_sans",
                    "allowed_email_sans",
                    "allowed_names",
                    "allowed_organizational_units",
                    "allowed_uri_sans",
                    "certificate",
                    "display_name",
                    "required_extensions"),
            List.of());

    private static final LoginKind USERPASS = new LoginKind("userpass", "users/", "openbao.user", List.of(), List.of());

    LoginKind {
        bound = List.copyOf(bound);
        configured = List.copyOf(configured);
    }

    /// Empty for those that this table does not know.
    static Optional<LoginKind> of(String mounted) {
        return switch (mounted) {
            case "kubernetes" -> Optional.of(KUBERNETES);
            case "jwt", "oidc" -> Optional.of(JWT);
            case "cert" -> Optional.of(CERT);
            case "userpass" -> Optional.of(USERPASS);
            default -> Optional.empty();
        };
    }

    static boolean isReadElsewhere(String mounted) {
        return ELSEWHERE.contains(mounted);
    }
}
