package dev.curfew.model.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// What time it is at a source by its own clock: what it ends by itself, it ends by that.
@FunctionalInterface
public interface SourceClock {

    /// Asks it.
    ///
    /// @return empty if it does not tell
    /// @throws SourceException if it cannot be asked
    Optional<Reading> read() throws InterruptedException;

    /// By this machine's clock where it does not tell.
    ///
    /// @throws SourceException as [#read]
    default Instant now(InstantSource ours) throws InterruptedException {
        return read().map(Reading::theirs).orElseGet(ours::instant);
    }

    /// @param theirs what the source's clock showed at least
    /// @param ours what this machine's showed then
    record Reading(Instant theirs, Instant ours) {
        /// Negative where it is behind.
        public Duration ahead() {
            return Duration.between(ours, theirs);
        }
    }
}
