package dev.curfew.governance.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.approval.OneText;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A change of the roster as it is put to an officer on another machine.
///
/// @param quorum how many sign it there
/// @param officer who puts the question, with their public key
/// @param device the machine that it was written on, which alone takes the answer
/// @param expiresAt an answer is not taken after it
public record RosterQuestion(
        RosterStatement statement,
        int quorum,
        String officer,
        String publicKey,
        Device device,
        String nonce,
        Instant at,
        Instant expiresAt) {
    private static final String SCHEMA = "curfew.roster-question/1";

    /// By which an answer names it.
    public String hash() {
        return Sha256.hex(text());
    }

    /// Canonical JSON: what is signed, byte for byte.
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("statement", statement.text());
        json.put("quorum", quorum);
        json.put("officer", officer);
        json.put("publicKey", publicKey);
        json.put("device", device.id());
        json.put("host", device.host());
        json.put("nonce", nonce);
        json.put("at", at.toString());
        json.put("expiresAt", expiresAt.toString());
        return CanonicalJson.text(json);
    }

    /// Empty if the text is no such question, or is written in another way than one is.
    public static Optional<RosterQuestion> parse(String text) {
        return OneText.parse(text, RosterQuestion::read, RosterQuestion::text);
    }

    private static RosterQuestion read(JsonNode json) {
        return new RosterQuestion(
                RosterStatement.parse(text(json, "statement")).orElseThrow(IllegalArgumentException::new),
                json.path("quorum").asInt(),
                text(json, "officer"),
                text(json, "publicKey"),
                new Device(text(json, "device"), text(json, "host")),
                text(json, "nonce"),
                Instant.parse(text(json, "at")),
                Instant.parse(text(json, "expiresAt")));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
