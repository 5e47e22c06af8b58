package dev.curfew.connector.keycloak.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.keycloak.api.Jwt;
import dev.curfew.model.connection.Secret;
import java.util.Optional;

/// What a responder holds: a secret, a token, or JSON with both and the client that they are of (`clientId`,
/// `clientSecret`, `refreshToken`, `accessToken`), as Curfew and many programs keep them.
///
/// @param clientId as its users know it; empty where the text does not say
/// @param secret the client's; empty where there is none
/// @param token a refresh or an access token; empty where there is none
record Presented(String clientId, String secret, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Presented of(Secret value) {
        return value.use(characters -> read(new String(characters).strip()));
    }

    private static Presented read(String text) {
        if (text.startsWith("{")) {
            try {
                JsonNode fields = JSON.readTree(text);
                return new Presented(
                        fields.path("clientId").asText(),
                        fields.path("clientSecret").asText(),
                        fields.path("refreshToken")
                                .asText(fields.path("accessToken").asText()));
            } catch (JsonProcessingException _) {
                // The exception quotes what it could not read; a secret may begin with a brace.
                return new Presented("", text, "");
            }
        }
        return Jwt.claims(text).isPresent() ? new Presented("", "", text) : new Presented("", text, "");
    }

    Optional<JsonNode> claims() {
        return Jwt.claims(token);
    }

    /// Without its values.
    @Override
    public String toString() {
        return "Presented[" + clientId + "]";
    }
}
