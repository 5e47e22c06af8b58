package dev.curfew.app.console.component.form;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Moments as people type them, in UTC.
public final class TypedMoment {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private TypedMoment() {}

    /// To the minute; where it has seconds, as the command line takes it.
    public static String written(Instant moment) {
        return moment.equals(moment.truncatedTo(ChronoUnit.MINUTES))
                ? MINUTE.format(moment.atZone(ZoneOffset.UTC))
                : moment.toString();
    }

    /// As it is written here, or as the command line takes it.
    public static Optional<Instant> parse(String typed) {
        String text = typed.strip();
        try {
            return Optional.of(LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return instant(text);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
