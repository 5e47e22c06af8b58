package dev.curfew.model.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Something that happened and must be reconstructable later.
///
/// @param type `<subject>.<past tense>`, for example `request.approved`
/// @param actor the officer's name, or `curfew` for what it does by itself
/// @param subjectHash what the event is about, as the hash of its canonical JSON (64 hexadecimal digits), by which
///     `AuditLog.confirm` finds an approval; empty for events that approve nothing
/// @param details values that `CanonicalJson` takes; never a secret
public record AuditEvent(String type, Instant at, String actor, String subjectHash, Map<String, Object> details) {
    private static final Pattern TYPE = Pattern.compile("[a-z-]+(\\.[a-z-]+)+");

    public AuditEvent {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not an event type: " + type);
        }
        details = Map.copyOf(details);
    }

    /// The event as the ledger hashes it.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new TreeMap<>();
        json.put("type", type);
        json.put("at", at.toString());
        json.put("actor", actor);
        json.put("subject", subjectHash);
        json.put("details", details);
        return json;
    }
}
