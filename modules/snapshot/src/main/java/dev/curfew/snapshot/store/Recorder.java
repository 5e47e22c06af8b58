package dev.curfew.snapshot.store;

import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.row.FactRow;
import dev.curfew.snapshot.store.row.SyncRow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/// Records one observation as history.
///
/// Writes one row of `sync`, a row of `fact` for each fact that is new or changed, and the end of each row that
/// changed or is provably absent; for an unchanged source nothing but the row of `sync`. A fact that was not seen in a
/// scope that was not read whole stays. Where an observation holds differing facts with one key, one is kept, the same
/// at each reading.
final class Recorder {
    private final StatelessSession session;
    private final RecordJson json;
    private final InstantSource clock;
    private final SyncHistory history;

    Recorder(StatelessSession session, RecordJson json, InstantSource clock) {
        this.session = session;
        this.json = json;
        this.clock = clock;
        this.history = new SyncHistory(session, json);
    }

    SyncSummary record(Observation observation) {
        Map<EncodedFact.Address, EncodedFact> seen = encode(observation);
        Map<String, Boolean> provesAbsence = observation.coverage().stream()
                .collect(Collectors.toMap(Coverage::scope, Coverage::provesAbsence, Boolean::logicalAnd));
        List<Long> ended = new ArrayList<>();
        long changed = 0;
        long unchanged = 0;
        for (KnownFact known : known(observation)) {
            EncodedFact now = seen.get(known.address());
            if (now == null) {
                if (provesAbsence.getOrDefault(known.scope(), false)) {
                    ended.add(known.id());
                }
            } else if (now.hasHash(known.contentHash())) {
                seen.remove(known.address());
                unchanged++;
            } else {
                ended.add(known.id());
                changed++;
            }
        }
        SyncPoint before = history.newest();
        SyncSummary summary = new SyncSummary(
                observation.source(),
                before.number() + 1,
                seen.size() - changed,
                changed,
                ended.size() - changed,
                unchanged);
        FactWriter writer = new FactWriter(session);
        writer.end(ended, summary.snapshotNumber());
        writer.insert(rows(seen.values(), summary.snapshotNumber()));
        session.insert(
                new SyncRow(observation, summary, recordedAt(before), json.write(history.coverageAfter(observation))));
        return summary;
    }

    private Map<EncodedFact.Address, EncodedFact> encode(Observation observation) {
        Map<EncodedFact.Address, EncodedFact> encoded =
                HashMap.newHashMap(observation.facts().size());
        observation.facts().parallelStream()
                .map(fact -> new EncodedFact(fact, json))
                .forEachOrdered(fact -> encoded.merge(fact.address(), fact, EncodedFact::sameChoice));
        return encoded;
    }

    private static List<FactRow> rows(Iterable<EncodedFact> facts, long validFrom) {
        List<FactRow> rows = new ArrayList<>();
        facts.forEach(fact -> rows.add(fact.row(validFrom)));
        return rows;
    }

    private List<KnownFact> known(Observation observation) {
        return session.createSelectionQuery("""
            select f.id, f.factType, f.factKey, f.scope, f.contentHash from FactRow f
            where f.source = :source and f.validTo is null\
            """, KnownFact.class)
                .setParameter("source", observation.source().value())
                .getResultList();
    }

    /// Never before the sync before, even if the clock was set back: as-of queries go by this time. In microseconds,
    /// which is what the databases keep.
    private Instant recordedAt(SyncPoint before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(before.recordedAt()) ? before.recordedAt() : now;
    }

    /// Filled by the query, and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record KnownFact(long id, String factType, String factKey, String scope, byte[] contentHash) {
        EncodedFact.Address address() {
            return new EncodedFact.Address(factType, factKey);
        }
    }
}
