package dev.curfew.snapshot.store;

import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.snapshot.json.RecordJson;
import java.util.Comparator;
import java.util.List;
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
        SnapshotBuilder snapshot = new SnapshotBuilder();
        rows(point).parallelStream()
                .sorted(Comparator.comparing(Body::source).thenComparing(Body::factKey))
                .map(row ->
                        json.read(row.body(), FactType.ofColumn(row.factType()).type()))
                .forEachOrdered(snapshot::add);
        return snapshot.cover(new SyncHistory(session, json).coverageAt(point))
                .build(point.number(), point.recordedAt());
    }

    private List<Body> rows(SyncPoint point) {
        return session.createSelectionQuery("""
            select f.source, f.factType, f.factKey, f.body from FactRow f
            where f.validFrom <= :number and (f.validTo is null or f.validTo > :number)\
            """, Body.class)
                .setParameter("number", point.number())
                .getResultList();
    }

    record Body(String source, String factType, String factKey, String body) {}
}
