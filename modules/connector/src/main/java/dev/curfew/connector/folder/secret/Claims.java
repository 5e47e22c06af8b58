package dev.curfew.connector.folder.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// What a signed token (RFC 7519) says of itself; whether it is true is not looked at.
///
/// @param issuer `iss`; empty where there is none
/// @param subject `sub`
/// @param ends `exp`
/// @param account the native id of the tokens of a Kubernetes service account; empty for others
public record Claims(String issuer, String subject, Optional<Instant> ends, String account) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Longer ones are no ids.
    private static final int CHARACTERS_MAX = 512;

    /// Empty for what is none.
    public static Optional<Claims> of(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            JsonNode payload =
                    MAPPER.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return Optional.of(
                    new Claims(text(payload.path("iss")), text(payload.path("sub")), ends(payload), account(payload)));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            // the library's message quotes the token
            return Optional.empty();
        }
    }

    private static Optional<Instant> ends(JsonNode payload) {
        try {
            return payload.path("exp").isIntegralNumber()
                    ? Optional.of(Instant.ofEpochSecond(payload.path("exp").longValue()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// <https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-tokens>
    private static String account(JsonNode payload) {
        JsonNode bound = payload.path("kubernetes.io");
        String uid = text(bound.path("serviceaccount").path("uid"));
        return uid.isEmpty()
                ? ""
                : "token/" + text(bound.path("namespace")) + "/"
                        + text(bound.path("serviceaccount").path("name")) + "/" + uid;
    }

    private static String text(JsonNode node) {
        String text = node.isTextual() ? node.asText().replaceAll("\\p{Cntrl}", "?") : "";
        return text.length() > CHARACTERS_MAX ? "" : text;
    }
}
