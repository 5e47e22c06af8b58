package dev.curfew.connector.keycloak.api;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The OpenID Connect endpoints of a Keycloak's realms.
public final class TokenEndpoint {
    private static final Secret NO_TOKEN = Secret.of("none");

    private final Http http;
    private final Endpoint endpoint;

    public TokenEndpoint(Http http, Endpoint endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    /// A token for the client itself. Sent again if it broke off: one token too many is none too dangerous.
    public KcAnswer clientCredentials(String realm, String clientId, Secret secret) throws InterruptedException {
        Map<String, String> fields = client(clientId, secret);
        fields.put("grant_type", "client_credentials");
        return post(realm, "token", fields, true);
    }

    /// A fresh token for whoever logged in. Not sent again: a realm may take each refresh token once.
    ///
    /// @param secret null for a public client
    public KcAnswer refresh(String realm, String clientId, @Nullable Secret secret, Secret refreshToken)
            throws InterruptedException {
        Map<String, String> fields = client(clientId, secret);
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", refreshToken.reveal());
        return post(realm, "token", fields, false);
    }

    /// Asks about a token that never was: only whether the client's secret is taken shows. Nothing is issued.
    public KcAnswer authenticateOnly(String realm, String clientId, Secret secret) throws InterruptedException {
        return introspect(realm, clientId, secret, NO_TOKEN);
    }

    /// Asks about a token (RFC 7662).
    public KcAnswer introspect(String realm, String clientId, Secret secret, Secret token) throws InterruptedException {
        Map<String, String> fields = client(clientId, secret);
        fields.put("token", token.reveal());
        return post(realm, "token/introspect", fields, true);
    }

    /// Ends a token of the client's own (RFC 7009). One that is over, or is no token, is answered likewise.
    public KcAnswer revoke(String realm, String clientId, Secret secret, Secret token) throws InterruptedException {
        Map<String, String> fields = client(clientId, secret);
        fields.put("token", token.reveal());
        return post(realm, "revoke", fields, true);
    }

    /// Begins a login on another device (RFC 8628).
    public KcAnswer device(String realm, String clientId, @Nullable Secret secret, String scope)
            throws InterruptedException {
        Map<String, String> fields = client(clientId, secret);
        fields.put("scope", scope);
        return post(realm, "auth/device", fields, false);
    }

    /// Asks whether that login was made (RFC 8628, section 3.4).
    public KcAnswer deviceToken(String realm, String clientId, @Nullable Secret secret, String deviceCode)
            throws InterruptedException {
        Map<String, String> fields = client(clientId, secret);
        fields.put("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
        fields.put("device_code", deviceCode);
        return post(realm, "token", fields, false);
    }

    /// Who an access token stands for: 200; 403 where it is valid and is none of OpenID Connect's.
    public KcAnswer userinfo(String realm, Secret accessToken) throws InterruptedException {
        return KcAnswers.of(http.send(Call.of("GET", endpoint, path(realm, "userinfo"))
                .header("Authorization", "Bearer " + accessToken.reveal())));
    }

    private static Map<String, String> client(String clientId, @Nullable Secret secret) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", clientId);
        if (secret != null) {
            fields.put("client_secret", secret.reveal());
        }
        return fields;
    }

    private KcAnswer post(String realm, String what, Map<String, String> fields, boolean repeatable)
            throws InterruptedException {
        Call call = Call.of("POST", endpoint, path(realm, what)).body(Form.TYPE, Form.bytes(fields));
        return KcAnswers.of(http.send(repeatable ? call.repeatable() : call));
    }

    private static String path(String realm, String what) {
        return "realms/" + Form.segment(realm) + "/protocol/openid-connect/" + what;
    }
}
