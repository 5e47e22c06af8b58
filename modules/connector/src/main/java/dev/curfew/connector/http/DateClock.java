package dev.curfew.connector.http;

import dev.curfew.model.port.SourceClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/// A server's clock, by the `Date` of its answer to a call, of whatever status: the whole second in which it began to
/// answer (RFC 9110, section 6.6.1).
///
/// @param call reads, and is made anew for each reading
/// @param ours this machine's clock
public record DateClock(Http http, Supplier<Call> call, InstantSource ours) implements SourceClock {
    @Override
    public Optional<Reading> read() throws InterruptedException {
        HttpOutcome outcome = http.send(call.get());
        Instant now = ours.instant();
        return outcome instanceof HttpOutcome.Answered answered
                ? answered.header("date").flatMap(DateClock::parsed).map(date -> new Reading(date, now))
                : Optional.empty();
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
