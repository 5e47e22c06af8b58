package dev.curfew.app.usecase.estate;

import dev.curfew.model.observation.Coverage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How old and how complete the estate is.
///
/// @param snapshotNumber 0 before the first sync
/// @param age since the newest sync; empty before the first
/// @param sources how many sources were ever read
/// @param sourcesWhole how many of them were read without a gap
/// @param gaps the scopes that were not read whole
public record Freshness(
        long snapshotNumber,
        Instant takenAt,
        Optional<Duration> age,
        int sources,
        int sourcesWhole,
        List<Coverage> gaps) {
    public Freshness {
        gaps = List.copyOf(gaps);
    }
}
