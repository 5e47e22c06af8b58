package dev.curfew.connector.keycloak.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.http.Form;
import dev.curfew.connector.keycloak.api.KcAccess;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.model.connection.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Looks at a client with the reading login.
final class ClientLook {
    private final KcAccess access;

    ClientLook(KcAccess access) {
        this.access = access;
    }

    /// @param client Keycloak's own id
    KcAnswer at(String realm, String client) throws InterruptedException {
        try (KcSession session = access.reading()) {
            return session.read("realms/" + Form.segment(realm) + "/clients/" + Form.segment(client));
        }
    }

    /// Empty where it cannot be said.
    String clientId(String realm, String client) throws InterruptedException {
        return at(realm, client) instanceof KcAnswer.Done done
                ? done.body().path("clientId").asText()
                : "";
    }

    static boolean isSecret(JsonNode client, Secret secret) {
        return same(client.path("secret").asText(), secret);
    }

    static boolean isRotated(JsonNode client, Secret secret) {
        return same(client.path("attributes").path("client.secret.rotated").asText(), secret);
    }

    private static boolean same(String kept, Secret secret) {
        return !kept.isEmpty()
                && MessageDigest.isEqual(
                        kept.getBytes(StandardCharsets.UTF_8), secret.reveal().getBytes(StandardCharsets.UTF_8));
    }
}
