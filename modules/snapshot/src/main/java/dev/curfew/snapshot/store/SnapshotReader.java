package dev.curfew.snapshot.store;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.FactBlocks;
import dev.curfew.snapshot.store.fact.Shared;
import dev.curfew.snapshot.store.fact.StoredBlock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
        return point.number() == 0 ? Snapshot.EMPTY : at(point, new FactBlocks(session).at(point.number()));
    }

    /// @param fingerprint SHA-256 over the sync and all bytes of the blocks that it was read from; never changed
    @SuppressWarnings("ArrayRecordComponent") // It is never compared.
    record Fingerprinted(Snapshot snapshot, byte[] fingerprint) {}

    /// With what tells it from every other.
    Fingerprinted fingerprinted(SyncPoint point) {
        List<StoredBlock> blocks = new FactBlocks(session).at(point.number());
        MessageDigest all = Sha256.digest();
        all.update((point.number() + " " + point.recordedAt() + "\n").getBytes(StandardCharsets.US_ASCII));
        blocks.parallelStream().map(StoredBlock::fingerprint).toList().forEach(all::update);
        return new Fingerprinted(at(point, blocks), all.digest());
    }

    private Snapshot at(SyncPoint point, List<StoredBlock> blocks) {
        Shared shared = new Shared();
        SnapshotBuilder snapshot = new SnapshotBuilder();
        blocks.parallelStream()
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
