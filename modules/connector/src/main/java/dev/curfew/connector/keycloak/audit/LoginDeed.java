package dev.curfew.connector.keycloak.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Origin;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What a login event tells. Of its `details` only what is listed here is taken.
///
/// @param realm in which it was done
record LoginDeed(String realm, JsonNode event) {
    static final String IMPERSONATE = "IMPERSONATE";

    private static final Messages MESSAGES = Messages.of(LoginDeed.class);
    private static final String FAILED = "_ERROR";
    private static final List<String> DETAILS =
            List.of("grant_type", "client_auth_method", "identity_provider", "audience", "requested_subject");

    Deed of(Doer doer) {
        boolean isImpersonator = doer.isImpersonator(event);
        return Deed.once(
                Instant.ofEpochMilli(event.path("time").asLong()),
                kind(),
                target(doer, isImpersonator),
                detail(),
                Origin.of(event.path("ipAddress").asText()),
                isImpersonator ? "" : by(),
                !type().endsWith(FAILED));
    }

    private String type() {
        return event.path("type").asText();
    }

    /// `EventType`, without its `_ERROR`.
    private String deed() {
        return type().endsWith(FAILED) ? type().substring(0, type().length() - FAILED.length()) : type();
    }

    private DeedKind kind() {
        return switch (deed()) {
            case "LOGIN",
                    "CLIENT_LOGIN",
                    "CODE_TO_TOKEN",
                    "REFRESH_TOKEN",
                    "TOKEN_EXCHANGE",
                    "PERMISSION_TOKEN",
                    "OAUTH2_DEVICE_CODE_TO_TOKEN",
                    "OAUTH2_EXTENSION_GRANT",
                    "AUTHREQID_TO_TOKEN",
                    "JWT_BEARER",
                    "JWT_AUTHORIZATION_GRANT",
                    "IDENTITY_PROVIDER_LOGIN",
                    "IDENTITY_PROVIDER_FIRST_LOGIN",
                    IMPERSONATE -> DeedKind.BECAME;
            case "REGISTER", "CLIENT_REGISTER", "GRANT_CONSENT", "FEDERATED_IDENTITY_LINK" -> DeedKind.CREATED;
            case "CLIENT_DELETE",
                    "DELETE_ACCOUNT",
                    "REVOKE_GRANT",
                    "REMOVE_TOTP",
                    "REMOVE_CREDENTIAL",
                    "REMOVE_FEDERATED_IDENTITY" -> DeedKind.DELETED;
            // The token that another provider gave for somebody.
            case "IDENTITY_PROVIDER_RETRIEVE_TOKEN" -> DeedKind.READ_SECRET;
            case "INTROSPECT_TOKEN", "USER_INFO_REQUEST", "CLIENT_INFO", "VALIDATE_ACCESS_TOKEN" -> DeedKind.READ;
            default -> DeedKind.CHANGED;
        };
    }

    /// The event, and who else had a part in it: of a client who logged in there, of a person at which client.
    private String target(Doer doer, boolean isImpersonator) {
        String user = event.path("details").path("username").asText();
        String other = doer.isClient() ? user : event.path("clientId").asText();
        if (isImpersonator) {
            other = user.isEmpty() ? event.path("userId").asText() : user;
        } else if (doer.isClient() && other.equals(doer.userName())) {
            other = "";
        }
        return realm + "/" + deed() + (other.isEmpty() ? "" : " " + other);
    }

    private String detail() {
        JsonNode details = event.path("details");
        Stream<String> taken = DETAILS.stream()
                .map(name -> details.path(name).asText())
                .filter(text -> !text.isEmpty() && text.length() < 200);
        // a code such as invalid_client_credentials; what providers of one's own write there may be anything
        Stream<String> error = Stream.of(event.path("error").asText()).filter(text -> text.matches("[a-z_]{1,60}"));
        return String.join(", ", Stream.concat(taken, error).toList());
    }

    /// Whoever became them.
    private String by() {
        String other = event.path("details").path("impersonator").asText();
        return other.isEmpty() ? "" : MESSAGES.text("by.other", other);
    }
}
