package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A client's secret, and the one before while it is still taken.
public final class SecretFacts {
    public static final String KIND = "keycloak.client-secret";
    public static final String ROTATED_KIND = "keycloak.rotated-secret";

    private static final Messages MESSAGES = Messages.of(SecretFacts.class);

    private final Realm realm;
    private final ClientFacts clients;
    private final @Nullable Boolean rotation;

    /// @param rotation whether the server has secret rotation switched on; null if it did not say
    public SecretFacts(Realm realm, ClientFacts clients, @Nullable Boolean rotation) {
        this.realm = realm;
        this.clients = clients;
        this.rotation = rotation;
    }

    public List<Credential> of(JsonNode client, Provenance provenance) {
        List<Credential> secrets = new ArrayList<>();
        if (!ClientWords.isBySecret(client)) {
            return secrets;
        }
        String id = client.path("id").asText();
        JsonNode attributes = client.path("attributes");
        long madeAt = attributes.path("client.secret.creation.time").asLong();
        secrets.add(credential(
                client,
                new CredentialName.ClientSecret(realm.name(), id, madeAt),
                KIND,
                attributes.path("client.secret.creation.time"),
                expiry(attributes.path("client.secret.expiration.time")),
                provenance));
        if (attributes.hasNonNull("client.secret.rotated")) {
            long rotatedAt =
                    attributes.path("client.secret.rotated.creation.time").asLong();
            secrets.add(credential(
                    client,
                    new CredentialName.RotatedSecret(realm.name(), id, rotatedAt),
                    ROTATED_KIND,
                    com.fasterxml.jackson.databind.node.MissingNode.getInstance(),
                    expiry(attributes.path("client.secret.rotated.expiration.time")),
                    provenance));
        }
        return secrets;
    }

    private Credential credential(
            JsonNode client, CredentialName name, String kind, JsonNode madeAt, Expiry expiry, Provenance provenance) {
        return new Credential(
                name.in(realm.ids().source()),
                kind,
                client.path("clientId").asText(),
                realm.ids().client(client.path("id").asText()),
                null,
                Times.ofSeconds(madeAt).orElse(null),
                expiry,
                clients.usage(client),
                client.path("enabled").asBoolean(),
                attributes(client),
                provenance);
    }

    /// The end that a rotation policy, or whoever made the client, gave a secret: kept by Keycloak only where the
    /// feature is on.
    private Expiry expiry(JsonNode seconds) {
        return Times.ofSeconds(seconds)
                .<Expiry>map(at -> Boolean.TRUE.equals(rotation)
                        ? new Expiry.At(at)
                        : new Expiry.Unknown(MESSAGES.text(rotation == null ? "expiry.unclear" : "expiry.unkept", at)))
                .orElseGet(Expiry.Never::new);
    }

    private Map<String, String> attributes(JsonNode client) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("realm", realm.name());
        attributes.put("client-id", client.path("clientId").asText());
        attributes.put("authenticator", client.path("clientAuthenticatorType").asText());
        ClientWords.lifespan(client, realm.document())
                .ifPresent(lifespan -> attributes.put("access-token-lifespan", lifespan.toString()));
        String label = client.path("attributes").path(ClientFacts.LABEL).asText();
        if (!label.isEmpty()) {
            attributes.put("curfew:issued", "true");
            attributes.put("label", label);
        }
        if (clients.isOwn(client)) {
            attributes.put("curfew:own", "true");
        }
        return attributes;
    }
}
