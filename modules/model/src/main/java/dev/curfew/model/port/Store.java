package dev.curfew.model.port;

import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;

/// The local estate with its history.
public interface Store {

    Snapshot current();

    /// The same by id.
    default SnapshotIndex index() {
        return new SnapshotIndex(current());
    }

    /// The estate as it was known at that moment; empty before the first sync.
    Snapshot asOf(Instant moment);
}
