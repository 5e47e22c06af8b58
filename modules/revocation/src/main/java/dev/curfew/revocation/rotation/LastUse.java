package dev.curfew.revocation.rotation;

import dev.curfew.model.attribute.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When a credential was last used.
///
/// @param gaps what is not told of the time since, in words: with any, that no later use is told means nothing
public record LastUse(Usage usage, List<String> gaps) {
    public LastUse {
        gaps = List.copyOf(gaps);
    }

    static LastUse of(Usage usage) {
        return new LastUse(usage, List.of());
    }

    /// @param quiet as of [Quiet#of]
    Quiet quiet(Instant handedAt, Duration quiet, Instant now) {
        Quiet told = Quiet.of(usage, handedAt, quiet, now);
        return told == Quiet.QUIET && !gaps.isEmpty() ? Quiet.UNKNOWN : told;
    }
}
