package dev.curfew.governance.issue;

import dev.curfew.model.id.SourceName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What was seen of the clocks of one workspace's sources, and when. It may outlive the opening of the workspace: who
/// opens it every few seconds asks no source each time.
public final class ClocksSeen {
    private final Map<SourceName, Seen> seen = new ConcurrentHashMap<>();

    /// @param nanos when it was looked at, by a clock that nobody sets
    record Seen(SourceTime time, long nanos) {}

    Optional<Seen> of(SourceName source) {
        return Optional.ofNullable(seen.get(source));
    }

    void note(SourceName source, Seen now) {
        seen.put(source, now);
    }
}
