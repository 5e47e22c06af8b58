package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.hcl.HclValue;
import dev.curfew.analysis.hcl.decode.Numbers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations and instants as the server reads them.
final class Times {
    private static final Pattern PART = Pattern.compile("([0-9]*\\.?[0-9]*)(ns|us|µs|μs|ms|s|m|h)");
    private static final Map<String, Long> NANOS_OF = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "μs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    private static final BigDecimal NANOS_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final long NANOS_OF_SECOND = 1_000_000_000L;
    private static final long SECONDS_OF_DAY = 86_400;

    /// What Go reads as RFC 3339: capital letters, a zone, an hour of one digit too. Fractions of a second are dropped.
    private static final Pattern RFC_3339 =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT)(\\d?\\d)(:\\d\\d:\\d\\d)([.,]\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private Times() {}

    /// A number of seconds, its fraction cut off; or a text.
    static Duration duration(HclValue value) throws PolicySyntaxException {
        return switch (value) {
            case HclValue.Text(String text) -> duration(text);
            case HclValue.Digits(String text, boolean whole) ->
                seconds(
                        whole
                                ? Numbers.whole(text).orElse(0)
                                : new BigDecimal(Double.toString(Double.parseDouble(text))).longValue(),
                        1,
                        text);
            case HclValue.Truth _, HclValue.Items _, HclValue.Body _ -> throw noDuration("");
        };
    }

    /// Nothing, seconds, days such as `2d`, or parts such as `1h30m`.
    static Duration duration(String text) throws PolicySyntaxException {
        if (text.isEmpty()) {
            return Duration.ZERO;
        }
        OptionalLong seconds = Numbers.decimal(text);
        if (seconds.isPresent()) {
            return seconds(seconds.getAsLong(), 1, text);
        }
        if (text.endsWith("d")) {
            OptionalLong days = Numbers.decimal(text.substring(0, text.length() - 1));
            return seconds(days.orElseThrow(() -> noDuration(text)), SECONDS_OF_DAY, text);
        }
        boolean signed = text.startsWith("-") || text.startsWith("+");
        Duration parts = parts(signed ? text.substring(1) : text);
        return text.startsWith("-") ? parts.negated() : parts;
    }

    /// Go counts nanoseconds in 64 bits.
    private static Duration seconds(long count, long secondsOfOne, String text) throws PolicySyntaxException {
        try {
            return Duration.ofNanos(Math.multiplyExact(count, Math.multiplyExact(secondsOfOne, NANOS_OF_SECOND)));
        } catch (ArithmeticException e) {
            throw noDuration(text);
        }
    }

    private static Duration parts(String text) throws PolicySyntaxException {
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int at = 0;
        while (at < text.length()) {
            part.region(at, text.length());
            if (!part.lookingAt() || !part.group(1).chars().anyMatch(c -> c >= '0' && c <= '9')) {
                throw noDuration(text);
            }
            nanos = nanos.add(new BigDecimal(number(part.group(1)))
                    .multiply(BigDecimal.valueOf(NANOS_OF.getOrDefault(part.group(2), 0L))));
            at = part.end();
        }
        if (at == 0 || nanos.compareTo(NANOS_MAX) > 0) {
            throw noDuration(text);
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private static String number(String digits) {
        return digits.endsWith(".") ? digits + "0" : digits;
    }

    /// Seconds since 1970, or RFC 3339.
    static Instant instant(String text) throws PolicySyntaxException {
        try {
            Matcher parts = RFC_3339.matcher(text);
            if (parts.matches()) {
                String hour = parts.group(2).length() == 1 ? "0" + parts.group(2) : parts.group(2);
                return OffsetDateTime.parse(parts.replaceFirst("$1" + hour + "$3$5"))
                        .toInstant();
            }
            OptionalLong seconds = Numbers.decimal(text);
            return Instant.ofEpochSecond(seconds.orElseThrow(() -> noTime(text)));
        } catch (DateTimeException e) {
            throw noTime(text);
        }
    }

    private static PolicySyntaxException noTime(String text) {
        return new PolicySyntaxException("not a time: \"" + text + "\"");
    }

    private static PolicySyntaxException noDuration(String text) {
        return new PolicySyntaxException("not a duration: \"" + text + "\"");
    }
}
