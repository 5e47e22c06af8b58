package dev.curfew.snapshot.store;

import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.json.RecordJson;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/// Reads what is committed; keeps the newest snapshot in memory, which is the one that is asked for again and again.
final class SqlStore implements Store {
    private final Database database;
    private final RecordJson json;
    private volatile SnapshotReader.Fingerprinted newest =
            new SnapshotReader.Fingerprinted(Snapshot.EMPTY, new byte[0]);

    SqlStore(Database database, RecordJson json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Snapshot current() {
        return read(session -> {
            SyncPoint point = new SyncHistory(session, json).newest();
            Snapshot kept = newest.snapshot();
            if (kept.number() == point.number()) {
                return kept;
            }
            SnapshotReader.Fingerprinted fresh = new SnapshotReader(session, json).fingerprinted(point);
            newest = fresh;
            return fresh.snapshot();
        });
    }

    /// Of the snapshot in memory; empty where that is another, or nothing was observed yet.
    Optional<byte[]> fingerprint(long number) {
        SnapshotReader.Fingerprinted kept = newest;
        return number != 0 && kept.snapshot().number() == number
                ? Optional.of(kept.fingerprint().clone())
                : Optional.empty();
    }

    @Override
    public Snapshot asOf(Instant moment) {
        return read(session -> new SnapshotReader(session, json).at(new SyncHistory(session, json).newestAt(moment)));
    }

    private Snapshot read(Function<StatelessSession, Snapshot> reading) {
        try (StatelessSession session = database.openSession()) {
            return reading.apply(session);
        } catch (PersistenceException e) {
            throw StoreException.failed(e);
        }
    }
}
