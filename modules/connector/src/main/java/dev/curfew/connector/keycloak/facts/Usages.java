package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.realm.Uses;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;

/// When things were last used, and what that is worth.
public final class Usages {
    private static final Messages MESSAGES = Messages.of(Usages.class);

    /// An event is stored with what it tells of.
    private static final Duration EVENT_LAG = Duration.ZERO;

    /// Seen: a session's last access is taken to the database by the next minute.
    private static final UsageQuality SESSION =
            new UsageQuality("sessions", Duration.ofMinutes(1), Duration.ZERO, false);

    private Usages() {}

    /// @param clientId as its users know it
    public static Usage client(Uses uses, String clientId) {
        if (uses.unkept() != null) {
            return new Usage.NotObserved(uses.unkept());
        }
        UsageQuality quality = new UsageQuality("login events", EVENT_LAG, uses.reach(), false);
        JsonNode event = uses.lastUse().get(clientId);
        return event == null
                ? new Usage.NoneSeen(quality)
                : new Usage.Seen(
                        Instant.ofEpochMilli(event.path("time").asLong()),
                        MESSAGES.text(
                                "usage.by",
                                event.path("type").asText(),
                                event.path("ipAddress").asText()),
                        quality);
    }

    public static Usage session(JsonNode session) {
        return Times.ofMillis(session.path("lastAccess"))
                .<Usage>map(at -> new Usage.Seen(at, session.path("ipAddress").asText(), SESSION))
                .orElseGet(() -> new Usage.NotObserved(MESSAGES.text("usage.session")));
    }

    /// Of what Curfew itself uses: each reading would change it, and tell of nothing but that reading.
    public static Usage own() {
        return new Usage.NotObserved(MESSAGES.text("usage.own"));
    }

    public static Usage untold() {
        return new Usage.NotObserved(MESSAGES.text("usage.untold"));
    }
}
