package dev.curfew.snapshot.store;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a store should know, by the rules of the port and nothing else: one list of facts, one of coverage.
final class EstateModel {
    private final List<Fact> facts = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private long number;

    /// What is known at one moment, without order.
    record State(long number, Set<Fact> facts, Set<Coverage> coverage) {
        static State of(Snapshot snapshot) {
            return new State(
                    snapshot.number(), new HashSet<>(snapshot.identities()), new HashSet<>(snapshot.coverage()));
        }
    }

    State state() {
        return new State(number, new HashSet<>(facts), new HashSet<>(coverage));
    }

    SyncSummary record(Observation observation) {
        number++;
        long added = 0;
        long changed = 0;
        long unchanged = 0;
        Set<String> seen = new HashSet<>();
        for (Fact fact : observation.facts()) {
            seen.add(fact.key());
            Fact before = known(fact);
            if (before == null) {
                added++;
            } else if (before.equals(fact)) {
                unchanged++;
            } else {
                changed++;
            }
            facts.remove(before);
            facts.add(fact);
        }
        List<Fact> gone = facts.stream()
                .filter(fact -> fact.source().equals(observation.source()) && !seen.contains(fact.key()))
                .filter(fact -> observation.coverage().stream()
                        .anyMatch(one -> one.scope().equals(fact.provenance().scope()) && one.provesAbsence()))
                .toList();
        facts.removeAll(gone);
        for (Coverage one : observation.coverage()) {
            coverage.removeIf(older ->
                    older.source().equals(one.source()) && older.scope().equals(one.scope()));
            coverage.add(one);
        }
        return new SyncSummary(observation.source(), number, added, changed, gone.size(), unchanged);
    }

    private @Nullable Fact known(Fact fact) {
        return facts.stream()
                .filter(one -> one.source().equals(fact.source()) && one.key().equals(fact.key()))
                .findAny()
                .orElse(null);
    }
}
