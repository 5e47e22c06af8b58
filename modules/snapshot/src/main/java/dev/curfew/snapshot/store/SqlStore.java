package dev.curfew.snapshot.store;

import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.FactBlocks;
import dev.curfew.snapshot.store.known.Reading;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/// Reads what is committed; keeps the newest snapshot in memory, which is the one that is asked for again and again,
/// and out of which others are read.
final class SqlStore implements Store {
    private final Database database;
    private final RecordJson json;
    private volatile Reading newest = Reading.EMPTY;

    SqlStore(Database database, RecordJson json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Snapshot current() {
        return read(session -> {
            SyncPoint point = new SyncHistory(session, json).newest();
            Reading kept = newest;
            if (kept.snapshot().number() == point.number()) {
                return kept.snapshot();
            }
            Reading fresh = at(session, point);
            newest = fresh;
            return fresh.snapshot();
        });
    }

    /// The estate after the sync of this number, empty where there was none. It costs what it differs from the newest.
    Optional<Reading> numbered(long number) {
        Reading kept = newest;
        return kept.snapshot().number() == number
                ? Optional.of(kept).filter(_ -> number != 0)
                : read(session ->
                        new SyncHistory(session, json).numbered(number).map(point -> at(session, point)));
    }

    @Override
    public Snapshot asOf(Instant moment) {
        return read(session ->
                at(session, new SyncHistory(session, json).newestAt(moment)).snapshot());
    }

    /// As this session sees it. What it has in common with the newest is not read again.
    Reading at(StatelessSession session, SyncPoint point) {
        return point.number() == 0
                ? Reading.EMPTY
                : newest.at(
                        point.number(),
                        point.recordedAt(),
                        new SyncHistory(session, json).coverageAt(point),
                        new FactBlocks(session));
    }

    private <T> T read(Function<StatelessSession, T> reading) {
        try (StatelessSession session = database.openSession()) {
            return reading.apply(session);
        } catch (PersistenceException e) {
            throw StoreException.failed(e);
        }
    }
}
