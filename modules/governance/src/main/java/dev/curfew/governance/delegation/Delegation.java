package dev.curfew.governance.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.approval.OneText;
import dev.curfew.governance.approval.Voice;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What an officer signs who hands their voice to another one.
///
/// @param id short, to say on the telephone: `v-7f3k2`
/// @param roster hash of the statement that founded the roster, so that it holds in no other
/// @param from whose voice it is, who signs
/// @param to who gives it besides their own
/// @param at when it was signed
/// @param until when it ends by itself
public record Delegation(
        String id, String roster, String from, String to, Scope scope, Instant at, Instant until, String nonce) {
    static final String SCHEMA = "curfew.delegation/1";

    /// Canonical JSON: what is signed, byte for byte.
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("id", id);
        json.put("roster", roster);
        json.put("from", from);
        json.put("to", to);
        json.put("scope", scope.toJson());
        json.put("at", at.toString());
        json.put("until", until.toString());
        json.put("nonce", nonce);
        return CanonicalJson.text(json);
    }

    /// By which statements name it.
    public String hash() {
        return Sha256.hex(text());
    }

    Voice voice() {
        return new Voice(from, hash());
    }

    Duration length() {
        return Duration.between(at, until);
    }

    /// Empty if the text is none, or is written in another way than one is: there is one text for one delegation.
    static Optional<Delegation> parse(String text) {
        return OneText.parse(text, Delegation::read, Delegation::text);
    }

    private static Delegation read(JsonNode json) {
        return new Delegation(
                json.path("id").asText(),
                json.path("roster").asText(),
                json.path("from").asText(),
                json.path("to").asText(),
                Scope.of(json.path("scope")),
                Instant.parse(json.path("at").asText()),
                Instant.parse(json.path("until").asText()),
                json.path("nonce").asText());
    }
}
