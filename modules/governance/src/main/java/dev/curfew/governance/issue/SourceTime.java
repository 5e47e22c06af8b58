package dev.curfew.governance.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What time it is at a source: by its own clock where it told, otherwise by this machine's.
///
/// @param ours what this machine's clock shows
/// @param ahead how far the source's is ahead of it at least, behind where negative; empty where it is not known
public record SourceTime(Instant ours, Optional<Duration> ahead) {
    /// Less is told to nobody: servers tell whole seconds, and an answer takes its time.
    public static final Duration TOLD_FROM = Duration.ofSeconds(2);

    private static final String AHEAD = "clockAheadMillis";

    public Instant now() {
        return at(ours);
    }

    /// What the source's clock shows when ours shows this.
    Instant at(Instant moment) {
        return ahead.map(moment::plus).orElse(moment);
    }

    /// For the ledger: by whose clock, and how far apart they are.
    Map<String, Object> toJson() {
        return ahead.<Map<String, Object>>map(it -> Map.of("clock", "source", AHEAD, it.toMillis()))
                .orElseGet(() -> Map.of("clock", "curfew"));
    }

    /// How far it was ahead, as an entry says; empty where it was not known.
    static Optional<Duration> ahead(Map<String, Object> details) {
        return details.get(AHEAD) instanceof Number millis
                ? Optional.of(Duration.ofMillis(millis.longValue()))
                : Optional.empty();
    }
}
