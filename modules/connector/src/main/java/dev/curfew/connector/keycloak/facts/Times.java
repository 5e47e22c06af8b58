package dev.curfew.connector.keycloak.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/// Keycloak's times: milliseconds in some places, seconds in others, and numbers as text among attributes.
public final class Times {

    private Times() {}

    /// Empty where there is none.
    public static Optional<Instant> ofMillis(JsonNode millis) {
        long value = millis.asLong();
        return value > 0 ? Optional.of(Instant.ofEpochMilli(value)) : Optional.empty();
    }

    /// Empty where there is none.
    public static Optional<Instant> ofSeconds(JsonNode seconds) {
        long value = seconds.asLong();
        return value > 0 ? Optional.of(Instant.ofEpochSecond(value)) : Optional.empty();
    }
}
