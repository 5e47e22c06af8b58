package dev.curfew.snapshot.store;

import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.FactBlocks;
import dev.curfew.snapshot.store.fact.StoredBlock;
import dev.curfew.snapshot.store.row.SyncRow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hibernate.StatelessSession;

/// Records one observation as history.
///
/// Writes one row of `sync`, the facts that are new or changed in blocks, and the end of each that changed or is
/// provably absent; for an unchanged source nothing but the row of `sync`. A fact that was not seen in a scope that
/// was not read whole stays. Where an observation holds differing facts with one key, one is kept, the same at each
/// reading.
final class Recorder {
    private final StatelessSession session;
    private final RecordJson json;
    private final InstantSource clock;
    private final SyncHistory history;
    private final FactBlocks blocks;

    Recorder(StatelessSession session, RecordJson json, InstantSource clock) {
        this.session = session;
        this.json = json;
        this.clock = clock;
        this.history = new SyncHistory(session, json);
        this.blocks = new FactBlocks(session);
    }

    SyncSummary record(Observation observation) {
        SyncPoint before = history.newest();
        Difference difference = new Difference(observation);
        for (StoredBlock block : blocks.open(observation.source().value())) {
            difference.against(block, before.number());
        }
        for (Difference.Touched touched : difference.ending()) {
            blocks.end(touched.block(), touched.ended(), before.number() + 1);
        }
        SyncSummary summary = difference.summary(before.number() + 1);
        blocks.insert(observation.source().value(), summary.snapshotNumber(), difference.fresh());
        session.insert(
                new SyncRow(observation, summary, recordedAt(before), json.write(history.coverageAfter(observation))));
        return summary;
    }

    /// Never before the sync before, even if the clock was set back: as-of queries go by this time. In microseconds,
    /// which is what the databases keep.
    private Instant recordedAt(SyncPoint before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(before.recordedAt()) ? before.recordedAt() : now;
    }
}
