package dev.curfew.model.timebox;

import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Instant;

/// Puts ends on standing access at one source. Every action is idempotent, and touches only what stands as this or the
/// one before left it; else it answers `Refused`.
public interface TimeBoxer {

    /// Changes nothing.
    ///
    /// @throws SourceException if it cannot be read, or takes no such end; the message says why
    Boxable look(StandingAccess access, Instant until) throws InterruptedException;

    /// Writes the end, as far as the source holds one.
    ActionOutcome begin(TimeBox box) throws InterruptedException;

    /// From the end on: sees that it is over, and ends what the source does not end by itself.
    ActionOutcome end(TimeBox box) throws InterruptedException;

    /// Puts back what stood before.
    ///
    /// @param ended whether [#end] may have been done
    ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException;
}
