package dev.curfew.app.wiring;

import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;

/// The store behind the estate, which keeps the newest snapshot at hand: one reading serves all parts.
final class EstateStore implements Store {
    private final Estate estate;
    private final Store store;

    EstateStore(Estate estate, Store store) {
        this.estate = estate;
        this.store = store;
    }

    @Override
    public Snapshot current() {
        return index().snapshot();
    }

    @Override
    public SnapshotIndex index() {
        return estate.current();
    }

    @Override
    public Snapshot asOf(Instant moment) {
        return store.asOf(moment);
    }
}
