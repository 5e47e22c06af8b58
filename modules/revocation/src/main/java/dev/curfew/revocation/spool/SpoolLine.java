package dev.curfew.revocation.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One line of a spool: canonical JSON, a tab, the officer's signature over it.
///
/// @param before hash of the line before, of zeros for the first
/// @param what was done
/// @param body what more there is to say; values that `CanonicalJson` takes
/// @param signature Ed25519, Base64
record SpoolLine(long number, String before, What what, Instant at, Map<String, Object> body, String signature) {
    static final String SCHEMA = "curfew.spool/1";
    static final String NOTHING = "0".repeat(64);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TAB = "\t";

    /// What a line can say.
    enum What {
        /// The plan, and the signatures it is done on.
        OPENED,
        /// From here on the step may have happened.
        STARTED,
        ACTED,
        /// Not done, because it cannot be undone.
        LEFT,
        CLOSED
    }

    SpoolLine {
        body = Map.copyOf(body);
    }

    /// What is signed.
    static String text(long number, String before, What what, Instant at, Map<String, Object> body) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("number", number);
        json.put("before", before);
        json.put("what", what.name());
        json.put("at", at.toString());
        json.put("body", body);
        return CanonicalJson.text(json);
    }

    String text() {
        return text(number, before, what, at, body);
    }

    /// As it stands in the file, without its end.
    String written() {
        return text() + TAB + signature;
    }

    String hash() {
        return Sha256.hex(written());
    }

    int step() {
        return body.get("step") instanceof Number step ? step.intValue() : 0;
    }

    String field(String name) {
        return Objects.toString(body.get(name), "");
    }

    /// Empty if it is no line, or is written in another way than one is.
    static Optional<SpoolLine> parse(String written) {
        int tab = written.indexOf(TAB);
        try {
            Map<String, Object> json = JSON.readValue(written.substring(0, Math.max(0, tab)), new TypeReference<>() {});
            if (json == null) {
                return Optional.empty();
            }
            SpoolLine line = new SpoolLine(
                    json.get("number") instanceof Number number ? number.longValue() : -1,
                    Objects.toString(json.get("before"), ""),
                    What.valueOf(Objects.toString(json.get("what"), "")),
                    Instant.parse(Objects.toString(json.get("at"), "")),
                    body(json.get("body")),
                    written.substring(tab + 1));
            return Optional.of(line).filter(it -> it.written().equals(written));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            // Not JSON, or not of this form: it is none.
            return Optional.empty();
        }
    }

    /// Without any value where one of it is null, which none that was written is.
    @SuppressWarnings("unchecked") // JSON's objects have names for keys
    static Map<String, Object> body(@Nullable Object json) {
        return json instanceof Map<?, ?> map && !map.containsValue(null) ? (Map<String, Object>) map : Map.of();
    }
}
