package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.keycloak.id.CredentialName;
import dev.curfew.connector.keycloak.realm.Realm;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The keys that a client proves itself with instead of a secret: those it signs with, or the certificates it shows.
public final class KeyFacts {
    public static final String KIND = "keycloak.client-key";

    private static final Messages MESSAGES = Messages.of(KeyFacts.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Realm realm;
    private final ClientFacts clients;

    public KeyFacts(Realm realm, ClientFacts clients) {
        this.realm = realm;
        this.clients = clients;
    }

    private record Key(String id, String form, String expiry) {}

    public List<Credential> of(JsonNode client, Provenance provenance) {
        if (!ClientWords.isConfidential(client)) {
            return List.of();
        }
        JsonNode attributes = client.path("attributes");
        List<Key> keys = switch (client.path("clientAuthenticatorType").asText()) {
            case "client-jwt" -> signing(attributes);
            case "client-x509" ->
                List.of(new Key(
                        attributes.path("x509.subjectdn").asText("*"), "certificate-subject", "expiry.subject"));
            default -> List.of();
        };
        return keys.stream().map(key -> credential(client, key, provenance)).toList();
    }

    /// Of the places where the keys can be, Keycloak looks where the first switch that is on says, and else at the
    /// certificate.
    private static List<Key> signing(JsonNode attributes) {
        if (attributes.path("use.jwks.url").asBoolean()) {
            return List.of(new Key(attributes.path("jwks.url").asText("*"), "keys-at-address", "expiry.keys"));
        }
        if (attributes.path("use.jwks.string").asBoolean()) {
            return published(attributes.path("jwks.string").asText());
        }
        String certificate = attributes.path("jwt.credential.certificate").asText();
        return certificate.isEmpty()
                ? List.of()
                : List.of(new Key(Sha256.hex(certificate), "certificate", "expiry.certificate"));
    }

    /// A JSON Web Key Set (RFC 7517); a key without an id goes by its place.
    private static List<Key> published(String keySet) {
        List<Key> keys = new ArrayList<>();
        try {
            for (JsonNode key : JSON.readTree(keySet).path("keys")) {
                keys.add(new Key(key.path("kid").asText(String.valueOf(keys.size())), "key", "expiry.key"));
            }
        } catch (JsonProcessingException _) {
            // Keycloak cannot use it either: the client has no key.
            return List.of();
        }
        return keys;
    }

    private Credential credential(JsonNode client, Key key, Provenance provenance) {
        String id = client.path("id").asText();
        return new Credential(
                new CredentialName.ClientKey(realm.name(), id, key.id())
                        .in(realm.ids().source()),
                KIND,
                client.path("clientId").asText(),
                realm.ids().client(id),
                null,
                null,
                new Expiry.Unknown(MESSAGES.text(key.expiry())),
                clients.usage(client),
                client.path("enabled").asBoolean(),
                Map.of(
                        "realm", realm.name(),
                        "client-id", client.path("clientId").asText(),
                        "authenticator", client.path("clientAuthenticatorType").asText(),
                        "form", key.form(),
                        "key", key.id()),
                provenance);
    }
}
