package dev.curfew.governance.judgement;

import dev.curfew.model.ledger.AuditEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/// Ledger events with something changed.
final class Events {
    private Events() {}

    static AuditEvent with(AuditEvent event, String name, Object value) {
        Map<String, Object> details = new LinkedHashMap<>(event.details());
        details.put(name, value);
        return new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details);
    }
}
