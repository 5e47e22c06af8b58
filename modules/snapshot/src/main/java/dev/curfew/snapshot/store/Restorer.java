package dev.curfew.snapshot.store;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.fact.FactBlocks;
import dev.curfew.snapshot.store.row.SyncRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/// Puts a snapshot into an empty store so that it reads the same: its facts, number, time and coverage. The history
/// before it is not known; each source appears as synced once.
final class Restorer {
    private final StatelessSession session;
    private final RecordJson json;

    Restorer(StatelessSession session, RecordJson json) {
        this.session = session;
        this.json = json;
    }

    /// @throws IllegalArgumentException if the snapshot's number cannot be that of its sources
    /// @throws IllegalStateException if the store is not empty
    void restore(Snapshot snapshot) {
        if (new SyncHistory(session, json).newest().number() != 0) {
            throw new IllegalStateException("the store holds a snapshot already");
        }
        Map<SourceName, List<Coverage>> sources = snapshot.coverage().stream()
                .collect(Collectors.groupingBy(Coverage::source, TreeMap::new, Collectors.toList()));
        long number = snapshot.number() - sources.size();
        if (number < 0 || (sources.isEmpty() && number > 0)) {
            throw new IllegalArgumentException(
                    "no snapshot of " + sources.size() + " sources has number " + snapshot.number());
        }
        for (Map.Entry<SourceName, List<Coverage>> source : sources.entrySet()) {
            session.insert(sync(source.getKey(), source.getValue(), ++number, snapshot));
        }
        FactBlocks blocks = new FactBlocks(session);
        facts(snapshot)
                .collect(Collectors.groupingBy(fact -> fact.source().value(), TreeMap::new, Collectors.toList()))
                .forEach((source, facts) -> blocks.insert(source, snapshot.number(), facts));
    }

    private SyncRow sync(SourceName source, List<Coverage> coverage, long number, Snapshot snapshot) {
        Observation observed = new Observation(source, snapshot.takenAt(), snapshot.takenAt(), List.of(), coverage);
        SyncSummary summary = new SyncSummary(source, number, 0, 0, 0, 0);
        return new SyncRow(observed, summary, snapshot.takenAt(), json.write(coverage));
    }

    private static Stream<Fact> facts(Snapshot snapshot) {
        return Stream.<List<? extends Fact>>of(
                        snapshot.identities(),
                        snapshot.credentials(),
                        snapshot.policies(),
                        snapshot.grants(),
                        snapshot.memberships(),
                        snapshot.resources(),
                        snapshot.trusts())
                .flatMap(List::stream);
    }
}
