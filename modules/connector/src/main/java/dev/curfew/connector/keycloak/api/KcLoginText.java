package dev.curfew.connector.keycloak.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.CanonicalJson;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The texts in which people keep a client's credentials: JSON with `clientId`, `clientSecret` or `refreshToken`, and
/// `realm`; the `keycloak.json` that Keycloak's console hands out for a client (`resource`, `credentials.secret`); and
/// a client id and a secret beside each other.
public final class KcLoginText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KcLoginText() {}

    /// @param usualRealm where the text names none
    /// @return empty if it is none of those texts
    public static Optional<KcLogin> parse(Secret text, String usualRealm) {
        return text.use(characters -> read(new String(characters).strip(), usualRealm));
    }

    /// As [#parse] takes it.
    public static Secret text(KcLogin login) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("realm", login.realm());
        fields.put("clientId", login.clientId());
        Secret secret = login.secret();
        if (secret != null) {
            fields.put("clientSecret", secret.reveal());
        }
        Secret refreshToken = login.refreshToken();
        if (refreshToken != null) {
            fields.put("refreshToken", refreshToken.reveal());
        }
        return Secret.of(CanonicalJson.text(fields));
    }

    private static Optional<KcLogin> read(String text, String usualRealm) {
        if (text.startsWith("{")) {
            return json(text, usualRealm);
        }
        String[] words = text.split("\\s+", 3);
        return words.length == 2 ? login(usualRealm, words[0], words[1], "") : Optional.empty();
    }

    private static Optional<KcLogin> json(String text, String usualRealm) {
        try {
            JsonNode fields = JSON.readTree(text);
            return login(
                    fields.path("realm").asText(usualRealm),
                    fields.path("clientId").asText(fields.path("resource").asText()),
                    fields.path("clientSecret")
                            .asText(fields.path("credentials").path("secret").asText()),
                    fields.path("refreshToken").asText());
        } catch (JsonProcessingException _) {
            // The exception quotes what it could not read.
            return Optional.empty();
        }
    }

    private static Optional<KcLogin> login(String realm, String clientId, String secret, String refreshToken) {
        if (realm.isBlank() || clientId.isBlank() || (secret.isBlank() && refreshToken.isBlank())) {
            return Optional.empty();
        }
        return Optional.of(new KcLogin(
                realm,
                clientId,
                secret.isBlank() ? null : Secret.of(secret),
                refreshToken.isBlank() ? null : Secret.of(refreshToken)));
    }
}
