package dev.curfew.governance.idle;

import dev.curfew.model.attribute.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A stretch of time in which something was provably not used.
///
/// @param from not before this
/// @param until the end of what the record tells of for sure
record Disuse(Instant from, Instant until) {
    /// A record that may be late proves nothing of its latest stretch, and what it tells may have lasted as long.
    /// What nobody watches was perhaps used all the time, as was what a record without a known horizon lacks.
    ///
    /// @param openedAt before this there was nothing to use
    /// @param readAt when the source was read
    static Optional<Disuse> of(Usage usage, Instant openedAt, Instant readAt) {
        return switch (usage) {
            case Usage.Seen seen ->
                between(
                        later(openedAt, seen.at().plus(seen.quality().lagMax())),
                        readAt.minus(seen.quality().lagMax()));
            case Usage.NoneSeen none ->
                none.quality().horizon().isZero()
                        ? Optional.empty()
                        : between(
                                later(openedAt, readAt.minus(none.quality().horizon())),
                                readAt.minus(none.quality().lagMax()));
            case Usage.NotObserved _ -> Optional.empty();
        };
    }

    private static Optional<Disuse> between(Instant from, Instant until) {
        return from.isBefore(until) ? Optional.of(new Disuse(from, until)) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    boolean isAsLongAs(Duration max) {
        return Duration.between(from, until).compareTo(max) >= 0;
    }
}
