package dev.curfew.snapshot.store.known;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.store.fact.FactType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A snapshot's lists without some facts, and with others at their places: by source and key, which no two facts of a
/// list have in common.
final class ChangedLists {
    private static final Comparator<Keyed> ORDER =
            Comparator.comparing(Keyed::source).thenComparing(Keyed::key);

    private final Set<Fact> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<FactType> changed = EnumSet.noneOf(FactType.class);
    private final Map<FactType, List<Keyed>> come = new EnumMap<>(FactType.class);

    ChangedLists(Collection<Fact> gone, Collection<Fact> come) {
        this.gone.addAll(gone);
        gone.forEach(fact -> changed.add(FactType.of(fact)));
        come.parallelStream().map(Keyed::of).sorted(ORDER).forEachOrdered(one -> {
            FactType type = FactType.of(one.fact());
            changed.add(type);
            this.come.computeIfAbsent(type, _ -> new ArrayList<>()).add(one);
        });
    }

    /// A key is put together at each asking.
    private record Keyed(String source, String key, Fact fact) {
        static Keyed of(Fact fact) {
            return new Keyed(fact.source().value(), fact.key(), fact);
        }
    }

    Snapshot of(Snapshot before, long number, Instant takenAt, List<Coverage> coverage) {
        return new Snapshot(
                number,
                takenAt,
                list(FactType.IDENTITY, before.identities()),
                list(FactType.CREDENTIAL, before.credentials()),
                list(FactType.POLICY, before.policies()),
                list(FactType.GRANT, before.grants()),
                list(FactType.MEMBERSHIP, before.memberships()),
                list(FactType.RESOURCE, before.resources()),
                list(FactType.TRUST, before.trusts()),
                coverage);
    }

    @SuppressWarnings("unchecked") // a fact's type tells its list
    private <F extends Fact> List<F> list(FactType type, List<F> before) {
        if (!changed.contains(type)) {
            return before;
        }
        List<F> after = new ArrayList<>(before.size());
        int next = 0;
        for (Keyed one : come.getOrDefault(type, List.of())) {
            int place = place(one, before, next);
            keep(before.subList(next, place), after);
            after.add((F) one.fact());
            next = place;
        }
        keep(before.subList(next, before.size()), after);
        return after;
    }

    private <F extends Fact> void keep(List<F> facts, List<F> after) {
        for (F fact : facts) {
            if (!gone.contains(fact)) {
                after.add(fact);
            }
        }
    }

    /// The first place from which on all come after it.
    private static int place(Keyed one, List<? extends Fact> facts, int from) {
        int low = from;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ORDER.compare(Keyed.of(facts.get(middle)), one) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
