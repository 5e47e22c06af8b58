package dev.curfew.connector.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether and when a call is tried again.
final class Retry {
    /// Doubled with each try. The first is short: most throttling ends within a second.
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    private final HttpSettings settings;
    private final Clock clock;
    private final RandomGenerator random;

    Retry(HttpSettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    /// How long to wait before the next try; empty: the outcome stands.
    ///
    /// @param tries done so far
    Optional<Duration> waitAfter(Call call, HttpOutcome outcome, int tries) {
        if (!call.isRepeatable() || tries >= settings.triesMax()) {
            return Optional.empty();
        }
        return switch (outcome) {
            case HttpOutcome.Answered answer ->
                answer.status() == 429 || answer.status() == 503
                        ? Optional.of(asked(answer).orElseGet(() -> jittered(tries)))
                                .filter(wait -> wait.compareTo(settings.waitMax()) <= 0)
                        : Optional.empty();
            case HttpOutcome.Unanswered none ->
                none.reason() == HttpOutcome.Reason.BROKEN_OFF ? Optional.of(jittered(tries)) : Optional.empty();
        };
    }

    /// Retry-After, in seconds or as a date (RFC 9110, section 10.2.3).
    private Optional<Duration> asked(HttpOutcome.Answered answer) {
        return answer.header("retry-after").flatMap(this::parse);
    }

    private Optional<Duration> parse(String retryAfter) {
        try {
            if (!retryAfter.isEmpty() && retryAfter.chars().allMatch(Character::isDigit)) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
            }
            ZonedDateTime until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), until.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException | NumberFormatException _) {
            // Not understood is as if not sent.
            return Optional.empty();
        }
    }

    /// Between half and the whole of the doubled wait, so that many callers do not come back at once.
    private Duration jittered(int tries) {
        long millis = Math.min(
                FIRST_WAIT.toMillis() << (tries - 1), settings.waitMax().toMillis());
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }
}
