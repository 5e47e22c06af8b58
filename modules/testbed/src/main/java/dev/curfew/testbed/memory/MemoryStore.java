package dev.curfew.testbed.memory;

import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Holds whatever snapshots it was given; the last one is current.
public final class MemoryStore implements Store {
    private final List<Snapshot> all = new ArrayList<>(List.of(Snapshot.EMPTY));

    public void set(Snapshot snapshot) {
        all.add(snapshot);
    }

    @Override
    public Snapshot current() {
        return all.getLast();
    }

    @Override
    public Snapshot asOf(Instant moment) {
        return all.stream()
                .filter(snapshot -> !snapshot.takenAt().isAfter(moment))
                .reduce(Snapshot.EMPTY, (_, later) -> later);
    }
}
