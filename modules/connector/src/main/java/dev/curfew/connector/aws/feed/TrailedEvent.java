package dev.curfew.connector.aws.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;

/// One event, as `LookupEvents` tells it (CloudTrail API Reference, `Event`).
///
/// @param source the service that was called
/// @param name the action
record TrailedEvent(String id, String source, String name, Instant at) {
    private static final String IAM = "iam.amazonaws.com";
    private static final int NANOS_DIGITS = 9;

    /// @throws IllegalArgumentException if it is none
    static TrailedEvent of(JsonNode json) {
        JsonNode time = json.path("EventTime");
        String id = json.path("EventId").asText();
        if (id.isEmpty() || !time.isNumber()) {
            throw new IllegalArgumentException("no event");
        }
        return new TrailedEvent(
                id, json.path("EventSource").asText(), json.path("EventName").asText(), instant(time.decimalValue()));
    }

    /// Seconds since 1970, with a fraction.
    private static Instant instant(BigDecimal seconds) {
        return Instant.ofEpochSecond(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(NANOS_DIGITS).longValue());
    }

    boolean isOfIam() {
        return source.equals(IAM);
    }
}
