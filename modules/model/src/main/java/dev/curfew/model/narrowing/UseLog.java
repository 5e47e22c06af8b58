package dev.curfew.model.narrowing;

import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.time.Instant;
import java.util.Set;

/// A source's own record of what the holders of a policy asked for.
public interface UseLog {

    /// @param holders who holds it, as far as it was read
    /// @throws SourceException if the record cannot be read at all
    MeasuredUse of(PolicyId policy, Set<EntityId> holders, Instant since, Progress progress)
            throws InterruptedException;
}
