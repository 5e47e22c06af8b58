package dev.curfew.snapshot.store;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.FactBlocks;
import dev.curfew.snapshot.store.fact.Shared;
import java.util.Comparator;
import org.hibernate.StatelessSession;

/// Reads the estate as it was known after one sync, each list in order of source and key.
final class SnapshotReader {
    private final StatelessSession session;
    private final RecordJson json;

    SnapshotReader(StatelessSession session, RecordJson json) {
        this.session = session;
        this.json = json;
    }

    Snapshot at(SyncPoint point) {
        if (point.number() == 0) {
            return Snapshot.EMPTY;
        }
        Shared shared = new Shared();
        SnapshotBuilder snapshot = new SnapshotBuilder();
        new FactBlocks(session)
                .at(point.number()).parallelStream()
                        .flatMap(block -> block.openAt(point.number(), shared).stream())
                        .map(placed -> Keyed.of(placed.fact()))
                        .sorted(Comparator.comparing(Keyed::source).thenComparing(Keyed::key))
                        .forEachOrdered(one -> snapshot.add(one.fact()));
        return snapshot.cover(new SyncHistory(session, json).coverageAt(point))
                .build(point.number(), point.recordedAt());
    }

    /// A key is put together at each asking.
    private record Keyed(String source, String key, Fact fact) {
        static Keyed of(Fact fact) {
            return new Keyed(fact.source().value(), fact.key(), fact);
        }
    }
}
