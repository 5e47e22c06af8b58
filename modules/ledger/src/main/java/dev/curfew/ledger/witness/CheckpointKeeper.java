package dev.curfew.ledger.witness;

import dev.curfew.model.ledger.Checkpoint;
import java.util.Optional;

/// A place outside the store that keeps the newest checkpoint, so that rolling back both together is found.
public interface CheckpointKeeper {

    /// Keeps it instead of an older one.
    ///
    /// @throws CheckpointNotKeptException if it could not
    void keep(Checkpoint checkpoint) throws CheckpointNotKeptException;

    /// What it keeps; empty if it has kept nothing yet.
    ///
    /// @throws CheckpointNotKeptException if it cannot be read
    Optional<Held> held() throws CheckpointNotKeptException;
}
