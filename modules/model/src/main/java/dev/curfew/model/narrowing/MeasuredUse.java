package dev.curfew.model.narrowing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a source's own record tells of the use of one policy.
///
/// @param askers how many asked, as far as the record tells them apart
/// @param record what was read, for a person
/// @param from how far back the record reaches; empty if there is nothing in it
/// @param until to when it was read
/// @param lagMax how late something may come into the record
/// @param gaps what the record cannot show, in words
/// @param unread why a use may be missing that the record should show: then nothing follows from an absence
public record MeasuredUse(
        List<Use> uses,
        long askers,
        String record,
        Optional<Instant> from,
        Instant until,
        Duration lagMax,
        List<String> gaps,
        List<String> unread) {
    public MeasuredUse {
        uses = List.copyOf(uses);
        gaps = List.copyOf(gaps);
        unread = List.copyOf(unread);
    }

    /// Whether the record reaches back that far.
    public boolean covers(Instant since) {
        return from.filter(begin -> !begin.isAfter(since)).isPresent();
    }
}
