package dev.curfew.snapshot.store;

import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.sql.Row;
import dev.curfew.snapshot.store.sql.SqlSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads and adds rows of `sync`.
final class SyncHistory {
    private static final String POINTS = "select number, recorded_at from sync";
    private static final String NEWEST_FIRST = " order by number desc fetch first row only";
    private static final Row<SyncPoint> POINT = at -> new SyncPoint(at.getLong(1), at.getObject(2, Instant.class));
    private static final Row<String> COVERAGE = at -> at.getString(1);

    private final SqlSession session;
    private final RecordJson json;

    SyncHistory(SqlSession session, RecordJson json) {
        this.session = session;
        this.json = json;
    }

    SyncPoint newest() {
        return session.first(POINTS + NEWEST_FIRST, POINT).orElse(SyncPoint.START);
    }

    Optional<SyncPoint> numbered(long number) {
        return session.first(POINTS + " where number = ?", POINT, number);
    }

    SyncPoint newestAt(Instant moment) {
        return session.first(POINTS + " where recorded_at <= ?" + NEWEST_FIRST, POINT, moment)
                .orElse(SyncPoint.START);
    }

    /// Adds a sync, which is never changed.
    ///
    /// @param coverage the source's whole coverage after it
    void add(Observation observation, SyncSummary summary, Instant recordedAt, List<Coverage> coverage) {
        session.change(
                """
                insert into sync (number, source, started_at, finished_at, recorded_at,
                    added, changed, removed, unchanged, coverage)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                summary.snapshotNumber(),
                observation.source().value(),
                observation.startedAt(),
                observation.finishedAt(),
                recordedAt,
                summary.added(),
                summary.changed(),
                summary.removed(),
                summary.unchanged(),
                json.write(coverage));
    }

    /// What each source's newest sync up to this one knew of its scopes, by source and then in its connector's order.
    List<Coverage> coverageAt(SyncPoint point) {
        return session.list("""
                        select coverage from sync where number in
                            (select max(number) from sync where number <= ? group by source)
                        order by source\
                        """, COVERAGE, point.number()).stream()
                .map(this::decode)
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
        return session.first("select coverage from sync where source = ?" + NEWEST_FIRST, COVERAGE, source.value())
                .map(this::decode)
                .orElse(List.of());
    }

    private List<Coverage> decode(String coverage) {
        return List.of(json.read(coverage, Coverage[].class));
    }
}
