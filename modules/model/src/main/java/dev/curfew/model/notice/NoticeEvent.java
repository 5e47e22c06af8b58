package dev.curfew.model.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody may want to hear of.
public enum NoticeEvent {
    /// A request waits for signatures.
    REQUEST_WAITING,
    /// It waited longer than it should: the next reviewer is told.
    REQUEST_ESCALATED,
    REQUEST_DECIDED,
    WINDOW_ENDING,
    WINDOW_ENDED,
    /// A break-glass path was opened in earnest.
    BREAK_GLASS_OPENED,
    DRILL_OVERDUE,
    /// An owner did not say whether something of theirs is still needed.
    ATTESTATION_OVERDUE,
    /// An officer handed their voice to another one, or that was ended.
    VOICE_HANDED,
    /// A policy is to be narrowed, or may be now.
    NARROWING,
    /// What was revoked is good again.
    ALARM,
    /// Somebody tries whether notices arrive.
    TEST;

    /// As commands and receivers know it: `request-waiting`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Empty if there is none of that text.
    public static Optional<NoticeEvent> of(String text) {
        return Arrays.stream(values())
                .filter(event -> event.text().equals(text))
                .findFirst();
    }
}
