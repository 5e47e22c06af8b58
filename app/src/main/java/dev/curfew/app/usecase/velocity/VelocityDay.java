package dev.curfew.app.usecase.velocity;

import dev.curfew.analysis.velocity.Compared;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// What moved on one day, in UTC.
///
/// @param compared what the readings say; nothing on a day without one
/// @param reviewed how many requests, plans and playbook runs officers decided on, and how many owners answered
/// @param revoked on how many credentials Curfew acted, as the ledger has it
public record VelocityDay(LocalDate date, Compared compared, int reviewed, int revoked) {

    /// Where what moved may have done so before this day already: since when. Empty where a reading of the day before
    /// bounds it.
    public Optional<Instant> since() {
        Instant dayBefore = start(date).minus(Duration.ofDays(1));
        return Optional.ofNullable(compared.since()).filter(it -> it.isBefore(dayBefore));
    }

    static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
