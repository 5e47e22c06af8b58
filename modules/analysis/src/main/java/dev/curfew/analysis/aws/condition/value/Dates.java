package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Times as policies write them: the W3C forms of ISO 8601, or seconds since 1970.
final class Dates {
    private static final Pattern EPOCH = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final DateTimeFormatter OFFSET_WITHOUT_COLON =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss[.SSS]]XX");

    private static final int MONTH_LENGTH = "2026-11".length();

    private Dates() {}

    static ValueTest compared(String policy, Order order) {
        Optional<Instant> bound = parse(policy);
        return bound.isEmpty()
                ? ValueTest.NOTHING
                : given -> parse(given)
                        .map(time -> Outcome.of(order.holds(time.compareTo(bound.get()))))
                        .orElse(Outcome.INCOMPARABLE);
    }

    private static Optional<Instant> parse(String text) {
        try {
            if (text.indexOf('T') < 0 && EPOCH.matcher(text).matches()) {
                double seconds = Double.parseDouble(text);
                return Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1_000)));
            }
            if (text.length() == MONTH_LENGTH) {
                return Optional.of(YearMonth.parse(text).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            if (text.indexOf('T') < 0) {
                return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return Optional.of(withTime(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant withTime(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return text.matches(".*[+-]\\d{4}")
                    ? OffsetDateTime.parse(text, OFFSET_WITHOUT_COLON).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
    }
}
