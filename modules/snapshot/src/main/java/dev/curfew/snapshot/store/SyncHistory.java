package dev.curfew.snapshot.store;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.snapshot.json.RecordJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/// Reads the rows of `sync`.
final class SyncHistory {
    private final StatelessSession session;
    private final RecordJson json;

    SyncHistory(StatelessSession session, RecordJson json) {
        this.session = session;
        this.json = json;
    }

    SyncPoint newest() {
        return session.createSelectionQuery(
                        "select s.number, s.recordedAt from SyncRow s order by s.number desc", SyncPoint.class)
                .setMaxResults(1)
                .uniqueResultOptional()
                .orElse(SyncPoint.START);
    }

    Optional<SyncPoint> numbered(long number) {
        return session.createSelectionQuery(
                        "select s.number, s.recordedAt from SyncRow s where s.number = :number", SyncPoint.class)
                .setParameter("number", number)
                .uniqueResultOptional();
    }

    SyncPoint newestAt(Instant moment) {
        return session.createSelectionQuery("""
            select s.number, s.recordedAt from SyncRow s where s.recordedAt <= :moment
            order by s.number desc\
            """, SyncPoint.class)
                .setParameter("moment", moment)
                .setMaxResults(1)
                .uniqueResultOptional()
                .orElse(SyncPoint.START);
    }

    /// What each source's newest sync up to this one knew of its scopes, by source and then in its connector's order.
    List<Coverage> coverageAt(SyncPoint point) {
        return session
                .createSelectionQuery("""
                    select s.coverage from SyncRow s where s.number in
                        (select max(t.number) from SyncRow t where t.number <= :number group by t.source)
                    order by s.source\
                    """, String.class)
                .setParameter("number", point.number())
                .getResultList()
                .stream()
                .map(text -> List.of(json.read(text, Coverage[].class)))
                .flatMap(List::stream)
                .toList();
    }

    /// The observation's coverage, then what was known of scopes that it does not speak of: their facts stay, so their
    /// coverage does.
    List<Coverage> coverageAfter(Observation observation) {
        Set<String> covered =
                observation.coverage().stream().map(Coverage::scope).collect(Collectors.toCollection(HashSet::new));
        List<Coverage> after = new ArrayList<>(observation.coverage());
        coverageOf(observation.source()).stream()
                .filter(older -> !covered.contains(older.scope()))
                .forEach(after::add);
        return after;
    }

    private List<Coverage> coverageOf(SourceName source) {
        return session.createSelectionQuery(
                        "select s.coverage from SyncRow s where s.source = :source order by s.number desc",
                        String.class)
                .setParameter("source", source.value())
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(text -> List.of(json.read(text, Coverage[].class)))
                .orElse(List.of());
    }
}
