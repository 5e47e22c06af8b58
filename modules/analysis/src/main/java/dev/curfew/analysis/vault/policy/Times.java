package dev.curfew.analysis.vault.policy;

import dev.curfew.analysis.PolicySyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations and instants as the server writes them.
final class Times {
    private static final Pattern SECONDS = Pattern.compile("-?[0-9]+");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ns|us|µs|ms|s|m|h|d)");
    private static final Map<String, Double> SECONDS_OF =
            Map.of("ns", 1e-9, "us", 1e-6, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "m", 60.0, "h", 3_600.0, "d", 86_400.0);

    private Times() {}

    /// Seconds, or parts such as `1h30m`.
    static Duration duration(String text) throws PolicySyntaxException {
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Matcher part = PART.matcher(text);
        double seconds = 0;
        int at = 0;
        while (part.find() && part.start() == at) {
            seconds += Double.parseDouble(part.group(1)) * SECONDS_OF.getOrDefault(part.group(2), 0.0);
            at = part.end();
        }
        if (at == 0 || at != text.length()) {
            throw new PolicySyntaxException("not a duration: \"" + text + "\"");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /// Seconds since 1970, or RFC 3339.
    static Instant instant(String text) throws PolicySyntaxException {
        try {
            return SECONDS.matcher(text).matches()
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new PolicySyntaxException("not a time: \"" + text + "\"");
        }
    }
}
