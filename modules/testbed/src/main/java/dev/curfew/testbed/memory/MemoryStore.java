package dev.curfew.testbed.memory;

import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;

/// Holds whatever snapshot it was given last.
public final class MemoryStore implements Store {
    private Snapshot current = Snapshot.EMPTY;

    public void set(Snapshot snapshot) {
        current = snapshot;
    }

    @Override
    public Snapshot current() {
        return current;
    }

    @Override
    public Snapshot asOf(Instant moment) {
        return current;
    }
}
