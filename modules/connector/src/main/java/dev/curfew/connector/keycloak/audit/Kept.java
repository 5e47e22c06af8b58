package dev.curfew.connector.keycloak.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a realm keeps of its events.
///
/// @param config as `events/config` has it
/// @param adminExpirySeconds after which admin events are deleted, 0: never
/// @param admin when the oldest was
/// @param login when the oldest was
record Kept(
        String realm,
        JsonNode config,
        long adminExpirySeconds,
        @Nullable Instant admin,
        @Nullable Instant login) {
    private static final Messages MESSAGES = Messages.of(Kept.class);

    /// Those that are off unless somebody switches them on, and tell most.
    private static final List<String> WORTH =
            List.of("REFRESH_TOKEN", "INTROSPECT_TOKEN", "IDENTITY_PROVIDER_RETRIEVE_TOKEN", "USER_INFO_REQUEST");

    boolean keepsAdmin() {
        return config.path("adminEventsEnabled").asBoolean();
    }

    boolean keepsLogin() {
        return config.path("eventsEnabled").asBoolean();
    }

    /// From when on both are there, of those that are kept; empty where there is nothing.
    Optional<Instant> from() {
        Instant later = keepsAdmin() ? admin : null;
        if (keepsLogin() && login != null && (later == null || later.isBefore(login))) {
            later = login;
        }
        return Optional.ofNullable(later);
    }

    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (!keepsAdmin()) {
            gaps.add(MESSAGES.text(admin == null ? "gap.admin-off" : "gap.admin-stopped", realm));
        }
        if (!keepsLogin()) {
            gaps.add(MESSAGES.text(login == null ? "gap.login-off" : "gap.login-stopped", realm));
        }
        return gaps;
    }

    /// How its records are set up: no event that makes anything is among what is left out.
    List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        if (keepsAdmin() && adminExpirySeconds > 0) {
            caveats.add(MESSAGES.text("gap.admin-expiry", realm, days(adminExpirySeconds)));
        }
        if (!keepsLogin()) {
            return caveats;
        }
        long expiry = config.path("eventsExpiration").asLong();
        if (expiry > 0) {
            caveats.add(MESSAGES.text("gap.login-expiry", realm, days(expiry)));
        }
        List<String> enabled = Json.texts(config.path("enabledEventTypes"));
        List<String> left =
                WORTH.stream().filter(type -> !enabled.contains(type)).toList();
        if (!left.isEmpty()) {
            caveats.add(MESSAGES.text("gap.types", realm, String.join(", ", left)));
        }
        return caveats;
    }

    private static String days(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.toDays() > 0
                ? MESSAGES.text("days", time.toDays())
                : MESSAGES.text("minutes", Math.max(1, time.toMinutes()));
    }
}
