package dev.curfew.model.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody did since a moment, as far as one record of its source tells.
///
/// @param deeds oldest first
/// @param callers from where they were done, last used first
/// @param record what was read: `audit file /var/log/openbao/audit.log`
/// @param lagMax how late the record may be
/// @param from what it reaches back to; empty where the record holds nothing at all
/// @param caveats what no such record ever tells, in words: the same each time
/// @param gaps what this one does not tell, or could not be read of it, in words
public record Timeline(
        List<Deed> deeds,
        List<Caller> callers,
        String record,
        Duration lagMax,
        Optional<Instant> from,
        List<String> caveats,
        List<String> gaps) {
    public Timeline {
        deeds = List.copyOf(deeds);
        callers = List.copyOf(callers);
        caveats = List.copyOf(caveats);
        gaps = List.copyOf(gaps);
    }

    /// All that a person has to know of it: what it never tells, and what it does not tell this time.
    public List<String> limits() {
        return Stream.concat(caveats.stream(), gaps.stream()).distinct().toList();
    }

    /// Whether the record reaches back so far: otherwise what is not in it may have been done all the same.
    public boolean covers(Instant since) {
        return from.filter(start -> !start.isAfter(since)).isPresent();
    }
}
