package dev.curfew.governance.roster.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// How far a roster had come.
///
/// @param roster hash of the statement that founded it, by which it is named everywhere
/// @param number of its newest statement, from 1
/// @param hash of that statement
public record RosterHead(String roster, int number, String hash) {
    public RosterHead {
        if (number < 1) {
            throw new IllegalArgumentException("statements are counted from 1");
        }
    }

    /// As files and the ledger have it.
    public Map<String, Object> toJson() {
        return Map.of("roster", roster, "number", number, "hash", hash);
    }

    /// @throws IllegalArgumentException if it is none
    public static RosterHead of(JsonNode json) {
        return new RosterHead(
                json.path("roster").asText(),
                json.path("number").asInt(),
                json.path("hash").asText());
    }
}
