package dev.curfew.snapshot.store;

import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.FactBlocks;
import dev.curfew.snapshot.store.known.Reading;
import org.hibernate.StatelessSession;

/// Reads the estate as it was known after one sync, beside what was read before.
final class SnapshotReader {
    private final StatelessSession session;
    private final RecordJson json;

    SnapshotReader(StatelessSession session, RecordJson json) {
        this.session = session;
        this.json = json;
    }

    /// @param known of any sync: what it has in common with this one is not read again
    Reading at(SyncPoint point, Reading known) {
        if (point.number() == 0) {
            return Reading.EMPTY;
        }
        return known.at(
                point.number(),
                point.recordedAt(),
                new SyncHistory(session, json).coverageAt(point),
                new FactBlocks(session));
    }
}
