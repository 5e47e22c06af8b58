package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a realm's login events tell.
///
/// @param lastUse by client id, as its users know it, the newest event in which a client proved itself
/// @param registered by the same, the newest event that left a registration token with the client
/// @param reach how far back they tell, in whole days: a second reading a minute later tells the same
/// @param unkept why they tell nothing of use; null if they do
public record Uses(
        Map<String, JsonNode> lastUse,
        Map<String, JsonNode> registered,
        Duration reach,
        @Nullable String unkept) {

    /// Events that a client cannot cause without proving itself, where it has anything to prove itself with.
    static final Set<String> OF_USE = Set.of(
            "CLIENT_LOGIN",
            "CODE_TO_TOKEN",
            "REFRESH_TOKEN",
            "TOKEN_EXCHANGE",
            "INTROSPECT_TOKEN",
            "PERMISSION_TOKEN",
            "OAUTH2_DEVICE_CODE_TO_TOKEN",
            "AUTHREQID_TO_TOKEN",
            "JWT_AUTHORIZATION_GRANT");

    /// Events after which a client holds a registration token.
    static final Set<String> OF_REGISTRATION = Set.of("CLIENT_REGISTER", "CLIENT_UPDATE", "CLIENT_INFO");

    public Uses {
        lastUse = Map.copyOf(lastUse);
        registered = Map.copyOf(registered);
    }

    static Uses none(String why) {
        return new Uses(Map.of(), Map.of(), Duration.ZERO, why);
    }
}
