package dev.curfew.revocation.rotation;

import dev.curfew.model.attribute.Usage;
import java.time.Duration;
import java.time.Instant;

/// Whether a credential went quiet, as far as its source tells.
public enum Quiet {
    /// Not used for long enough since the new one was handed over, and the source would have told.
    QUIET,
    /// Used since, or not long enough ago, or the source's record is not that far yet.
    NOT_YET,
    /// The source does not tell. That is neither.
    UNKNOWN;

    /// @param quiet for how long it must not have been used
    public static Quiet of(Usage usage, Instant handedAt, Duration quiet, Instant now) {
        return switch (usage) {
            case Usage.NotObserved _ -> UNKNOWN;
            case Usage.Seen(Instant at, String _, var quality) ->
                over(at.isAfter(handedAt) ? at : handedAt, quiet.plus(quality.lagMax()), now);
            case Usage.NoneSeen(var quality) -> over(handedAt, quiet.plus(quality.lagMax()), now);
        };
    }

    private static Quiet over(Instant since, Duration length, Instant now) {
        return since.plus(length).isAfter(now) ? NOT_YET : QUIET;
    }
}
