package dev.curfew.snapshot.store;

import java.time.Instant;

/// A recorded sync, as a place in time.
record SyncPoint(long number, Instant recordedAt) {
    /// Before the first.
    static final SyncPoint START = new SyncPoint(0, Instant.EPOCH);
}
