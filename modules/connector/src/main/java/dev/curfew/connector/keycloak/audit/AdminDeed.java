package dev.curfew.connector.keycloak.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What an admin event tells. Of its `representation`, which is what was sent and can hold secrets, only names are
/// taken.
///
/// @param realm in which it was done
record AdminDeed(String realm, JsonNode event) {
    private static final Messages MESSAGES = Messages.of(AdminDeed.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// By which people know clients, users, groups and roles, identity providers, realms.
    private static final List<String> NAMES = List.of("clientId", "username", "name", "alias", "realm");

    private static final int NAMES_MAX = 10;
    private static final int LETTERS_MAX = 200;

    Deed of(Doer doer) {
        return Deed.once(
                Instant.ofEpochMilli(event.path("time").asLong()),
                kind(),
                realm + "/" + path(),
                String.join(", ", names()),
                Origin.of(event.path("authDetails").path("ipAddress").asText()),
                by(doer),
                event.path("error").asText().isEmpty());
    }

    private String path() {
        return event.path("resourcePath").asText();
    }

    private DeedKind kind() {
        return switch (event.path("operationType").asText()) {
            case "CREATE" -> DeedKind.CREATED;
            case "DELETE" -> DeedKind.DELETED;
            case "ACTION" -> isHandedOut() ? DeedKind.CREATED : DeedKind.CHANGED;
            default -> DeedKind.CHANGED;
        };
    }

    /// A secret, a token, a key pair that the answer held.
    private boolean isHandedOut() {
        return path().endsWith("/client-secret")
                || path().endsWith("/registration-access-token")
                || path().endsWith("/generate-and-download");
    }

    /// Who else was logged in at a client.
    private String by(Doer doer) {
        String user = event.path("authDetails").path("userId").asText();
        return doer.isClient() && !Objects.equals(user, doer.user()) ? MESSAGES.text("by.login", user) : "";
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        JsonNode sent = sent();
        if (sent.isArray()) {
            sent.forEach(each -> name(each, names));
        } else {
            name(sent, names);
        }
        return names;
    }

    private static void name(JsonNode sent, List<String> names) {
        for (String field : NAMES) {
            String name = sent.path(field).isTextual() ? sent.path(field).asText() : "";
            if (!name.isEmpty() && names.size() < NAMES_MAX) {
                names.add(name.substring(0, Math.min(LETTERS_MAX, name.length())));
                return;
            }
        }
    }

    private JsonNode sent() {
        try {
            return JSON.readTree(event.path("representation").asText());
        } catch (JsonProcessingException _) {
            // It was cut off, or is none: its path tells what it was about.
            return event.path("none");
        }
    }
}
