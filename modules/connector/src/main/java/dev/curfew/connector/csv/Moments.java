package dev.curfew.connector.csv;

import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What dates in a table mean. One without an offset is a moment only in a zone that somebody stated: none is assumed.
public final class Moments {
    private static final Messages MESSAGES = Messages.of(Moments.class);

    /// ISO 8601 as exports write it: a `T` or a space between, seconds and offset where there are any.
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[' '][XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final @Nullable ZoneId zone;
    private final DateTimeFormatter formatter;

    private Moments(@Nullable ZoneId zone, DateTimeFormatter formatter) {
        this.zone = zone;
        this.formatter = formatter;
    }

    /// @param zone as `Europe/Berlin`; empty: every date has to say its offset
    /// @param pattern of `DateTimeFormatter`; empty: ISO 8601
    /// @throws IllegalArgumentException if there is no such zone or pattern; the message says so to a person
    public static Moments of(String zone, String pattern) {
        return new Moments(zone.isEmpty() ? null : zone(zone), pattern.isEmpty() ? ISO : formatter(pattern));
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(MESSAGES.text("zone.none", zone), e);
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace("yyyy", "uuuu"))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(MESSAGES.text("pattern.none", pattern), e);
        }
    }

    /// When something happened: a date alone is not enough.
    public Instant moment(Row row, String setting) throws WrongCell {
        return switch (parsed(row, setting)) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(zone(row, setting)).toInstant();
            default -> throw row.wrong(setting, MESSAGES.text("expected.time"));
        };
    }

    /// When something is over: a date alone is over when its day is.
    public Instant end(Row row, String setting) throws WrongCell {
        return switch (parsed(row, setting)) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(zone(row, setting)).toInstant();
            case LocalDate day ->
                day.plusDays(1).atStartOfDay(zone(row, setting)).toInstant();
            default -> throw row.wrong(setting, MESSAGES.text("expected.date"));
        };
    }

    private ZoneId zone(Row row, String setting) throws WrongCell {
        if (zone == null) {
            throw row.wrong(setting, MESSAGES.text("expected.zone"));
        }
        return zone;
    }

    private TemporalAccessor parsed(Row row, String setting) throws WrongCell {
        String text = row.needed(setting);
        try {
            return formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException _) {
            throw row.wrong(setting, MESSAGES.text("expected.date"));
        }
    }
}
