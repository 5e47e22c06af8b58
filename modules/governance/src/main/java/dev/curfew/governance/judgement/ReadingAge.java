package dev.curfew.governance.judgement;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// How good what was read of a source is, for the policies.
///
/// @param seconds since the oldest reading: what was read first may have changed since
/// @param whole whether absence means absence
public record ReadingAge(long seconds, boolean whole) {
    public static ReadingAge of(Snapshot snapshot, SourceName source, Instant now) {
        List<Coverage> coverage = snapshot.coverage().stream()
                .filter(one -> one.source().equals(source))
                .toList();
        Instant oldest = coverage.stream()
                .map(Coverage::at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new ReadingAge(
                Math.max(0, Duration.between(oldest, now).toSeconds()),
                coverage.stream().allMatch(Coverage::provesAbsence));
    }
}
