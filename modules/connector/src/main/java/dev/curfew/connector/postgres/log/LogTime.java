package dev.curfew.connector.postgres.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as the server writes them: `2026-11-29 12:00:00.123 UTC`, in the zone of its `log_timezone`, by that one's
/// short name or its distance.
final class LogTime {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /// Short names mean more than one zone; for Java each means one.
    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS zzz", Locale.ENGLISH);

    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d(?::?\\d\\d)?");

    private LogTime() {}

    static Optional<Instant> of(String text) {
        int space = text.lastIndexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        try {
            String zone = zone(text);
            return Optional.of(
                    isSure(zone)
                            ? LocalDateTime.parse(text.substring(0, space), LOCAL)
                                    .atZone(ZoneId.of(zone))
                                    .toInstant()
                            : ZonedDateTime.parse(text, NAMED).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static String zone(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /// Whether a zone's name means one and the same to everybody.
    static boolean isSure(String zone) {
        return zone.equals("UTC") || zone.equals("GMT") || OFFSET.matcher(zone).matches();
    }
}
