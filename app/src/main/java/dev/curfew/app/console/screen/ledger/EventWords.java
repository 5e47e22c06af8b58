package dev.curfew.app.console.screen.ledger;

import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Events in words.
final class EventWords {

    private static final Messages MESSAGES = Messages.of(EventWords.class);

    private EventWords() {}

    /// "Request approved" for `request.approved`; a type nobody gave words is shown as it is.
    static String type(String type) {
        return MESSAGES.has("type." + type) ? MESSAGES.text("type." + type) : type;
    }

    static String details(AuditEvent event) {
        return new TreeMap<>(event.details())
                .entrySet().stream().map(EventWords::detail).collect(Collectors.joining(" · "));
    }

    private static String detail(Map.Entry<String, Object> detail) {
        return detail.getKey() + ": " + detail.getValue();
    }
}
