package dev.curfew.governance.roster.chain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.governance.approval.OneText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One link of the roster's chain, as it is proposed, signed and entered.
///
/// @param id short, to say on the telephone: `o-7f3k2`
/// @param roster hash of the first statement; empty in the first
/// @param number from 1, without gaps
/// @param before hash of the statement before; empty in the first
/// @param by who proposes it
public record RosterStatement(
        String id, String roster, int number, String before, RosterChange change, String by, String nonce, Instant at) {
    static final String SCHEMA = "curfew.roster/1";

    /// Canonical JSON: what the hash is of.
    public String text() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("id", id);
        json.put("roster", roster);
        json.put("number", number);
        json.put("before", before);
        json.put("change", change.toJson());
        json.put("by", by);
        json.put("nonce", nonce);
        json.put("at", at.toString());
        return CanonicalJson.text(json);
    }

    public String hash() {
        return Sha256.hex(text());
    }

    /// What officers sign.
    public Subject subject() {
        return new Subject(Subject.Kind.ROSTER, id, hash(), change.officers(), "", Instant.EPOCH);
    }

    /// Whether it is the statement that comes next.
    public boolean follows(RosterState state) {
        return number == state.number() + 1 && before.equals(state.hash()) && roster.equals(state.roster());
    }

    /// Empty if the text is none, or is written in another way than one is: there is one text for one statement.
    public static Optional<RosterStatement> parse(String text) {
        return OneText.parse(text, RosterStatement::read, RosterStatement::text);
    }

    private static RosterStatement read(JsonNode json) {
        return new RosterStatement(
                json.path("id").asText(),
                json.path("roster").asText(),
                json.path("number").asInt(),
                json.path("before").asText(),
                RosterChange.of(json.path("change")),
                json.path("by").asText(),
                json.path("nonce").asText(),
                Instant.parse(json.path("at").asText()));
    }
}
