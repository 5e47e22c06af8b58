package dev.curfew.app.serve;

import dev.curfew.testbed.keycloak.Keycloak;
import java.util.List;
import java.util.Map;

/// A realm of Keycloak whose service accounts get tokens.
record Realm(Keycloak keycloak, String name) {
    private static final String SECRET = "nothing-that-matters";

    static Realm fresh(Keycloak keycloak, String name) {
        keycloak.call("POST", "", Map.of("realm", name, "enabled", true)).ok();
        return new Realm(keycloak, name);
    }

    String issuer() {
        return keycloak.address().resolve("/realms/" + name).toString();
    }

    /// @param audience of its tokens
    void client(String id, String audience) {
        keycloak.call(
                        "POST",
                        name + "/clients",
                        Map.of(
                                "clientId",
                                id,
                                "secret",
                                SECRET,
                                "serviceAccountsEnabled",
                                true,
                                "standardFlowEnabled",
                                false,
                                "protocolMappers",
                                List.of(Map.of(
                                        "name",
                                        "audience",
                                        "protocol",
                                        "openid-connect",
                                        "protocolMapper",
                                        "oidc-audience-mapper",
                                        "config",
                                        Map.of("included.custom.audience", audience, "access.token.claim", "true")))))
                .ok();
    }

    String token(String client) {
        return keycloak.form(
                        name,
                        "token",
                        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", SECRET))
                .ok()
                .text("/access_token");
    }
}
