package dev.curfew.ledger.log;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.ledger.merkle.TreeHash;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/// Events to and from the text that is hashed.
public final class EventText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private EventText() {}

    static LedgerEntry entry(long index, AuditEvent event) {
        String canonical = CanonicalJson.text(event.toJson());
        return new LedgerEntry(index, event, canonical, leafHash(canonical));
    }

    /// 64 hexadecimal digits.
    public static String leafHash(String canonical) {
        return HexFormat.of().formatHex(TreeHash.leaf(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    /// @throws IllegalArgumentException if the text is not an event's
    public static AuditEvent parse(String canonical) {
        try {
            Map<String, Object> json = JSON.readValue(canonical, OBJECT);
            return new AuditEvent(
                    string(json, "type"),
                    Instant.parse(string(json, "at")),
                    string(json, "actor"),
                    string(json, "subject"),
                    JSON.convertValue(json.get("details"), OBJECT));
        } catch (JacksonException | DateTimeException | NullPointerException e) {
            throw new IllegalArgumentException("not an event", e);
        }
    }

    private static String string(Map<String, Object> json, String field) {
        if (json.get(field) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("an event has a text '" + field + "'");
    }
}
