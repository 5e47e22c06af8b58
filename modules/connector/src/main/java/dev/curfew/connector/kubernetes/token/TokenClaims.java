package dev.curfew.connector.kubernetes.token;

import dev.curfew.connector.kubernetes.json.Doc;

/// Whose a service account's token is.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#schema-for-service-account-private-claims>
///
/// @param secret the Secret that holds it, of a token without an end; else empty
/// @param podUid the pod that it is bound to; else empty
public record TokenClaims(String namespace, String account, String accountUid, String secret, String podUid) {
    private static final String LEGACY = "kubernetes.io/serviceaccount/";

    public static TokenClaims of(Jwt token) {
        Doc claims = token.claims();
        if (!claims.text(LEGACY + "secret.name").isEmpty()) {
            return new TokenClaims(
                    claims.text(LEGACY + "namespace"),
                    claims.text(LEGACY + "service-account.name"),
                    claims.text(LEGACY + "service-account.uid"),
                    claims.text(LEGACY + "secret.name"),
                    "");
        }
        Doc bound = claims.doc("kubernetes.io");
        return new TokenClaims(
                bound.text("namespace"),
                bound.doc("serviceaccount").text("name"),
                bound.doc("serviceaccount").text("uid"),
                "",
                bound.doc("pod").text("uid"));
    }
}
