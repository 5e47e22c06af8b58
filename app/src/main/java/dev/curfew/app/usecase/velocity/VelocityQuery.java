package dev.curfew.app.usecase.velocity;

import dev.curfew.analysis.velocity.Compared;
import dev.curfew.analysis.velocity.Comparison;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.ledger.LedgerDesk;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Store;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts what was created, changed, reviewed and revoked, by day: the first two and what is gone from readings
/// held against one another, the rest from the ledger. What came and went between two days' last readings is in none.
public final class VelocityQuery {
    /// A quarter: each day is another state of the estate to be read.
    public static final int DAYS_MAX = 92;

    private final Store store;
    private final Estate estate;
    private final LedgerDesk ledger;
    private final InstantSource clock;

    /// Days that are over, of these sources: nothing is added to them.
    private final Map<LocalDate, Compared> past = new HashMap<>();

    private Set<SourceName> pastOf = Set.of();

    public VelocityQuery(Store store, Estate estate, LedgerDesk ledger, InstantSource clock) {
        this.store = store;
        this.estate = estate;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param days from 1 to [#DAYS_MAX]
    /// @return oldest first; the last is today, so far
    public List<VelocityDay> of(int days) {
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException("days: " + days);
        }
        Instant now = clock.instant();
        LocalDate first = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(days - 1L);
        Set<SourceName> connected = estate.current().snapshot().coverage().stream()
                .map(Coverage::source)
                .collect(Collectors.toSet());
        Deeds deeds = Deeds.since(ledger, VelocityDay.start(first));
        return compared(first, days, connected).entrySet().stream()
                .map(it -> new VelocityDay(
                        it.getKey(), it.getValue(), deeds.reviewed(it.getKey()), deeds.revoked(it.getKey())))
                .toList();
    }

    private synchronized SortedMap<LocalDate, Compared> compared(LocalDate first, int days, Set<SourceName> connected) {
        if (!connected.equals(pastOf)) {
            past.clear();
            pastOf = connected;
        }
        LocalDate today = first.plusDays(days - 1L);
        SortedMap<LocalDate, Compared> all = new TreeMap<>();
        @Nullable Snapshot earlier = null;
        for (LocalDate date = first; !date.isAfter(today); date = date.plusDays(1)) {
            Compared known = past.get(date);
            if (known != null) {
                all.put(date, known);
                earlier = null;
                continue;
            }
            Instant start = VelocityDay.start(date);
            Snapshot from = earlier == null ? before(start) : earlier;
            Snapshot to = date.equals(today) ? store.current() : before(VelocityDay.start(date.plusDays(1)));
            all.put(date, Comparison.of(from, to, start, connected::contains));
            earlier = to;
        }
        all.headMap(today).forEach(past::putIfAbsent);
        return all;
    }

    private Snapshot before(Instant moment) {
        return store.asOf(moment.minusNanos(1_000));
    }
}
