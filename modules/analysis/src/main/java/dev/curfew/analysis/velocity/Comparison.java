package dev.curfew.analysis.velocity;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Holds a snapshot against an earlier one, in the scopes where that says something: those that were read whole in
/// between, and whole once before. A first reading is no creation, and what was not read did not stand still.
public final class Comparison {
    private final Snapshot earlier;
    private final Snapshot later;
    private final Map<Area, Instant> before;
    private final Set<Area> compared;
    private final int scopes;

    private Comparison(Snapshot earlier, Snapshot later, Instant from, Predicate<SourceName> sources) {
        this.earlier = earlier;
        this.later = later;
        before = whole(earlier, Instant.MIN);
        compared = new HashSet<>(whole(later, from).keySet());
        compared.retainAll(before.keySet());
        compared.removeIf(area -> !sources.test(area.source()));
        scopes = (int) later.coverage().stream()
                .filter(it -> sources.test(it.source()))
                .count();
    }

    /// @param from when the time begins of which `later` is the end
    /// @param sources which are looked at
    public static Compared of(Snapshot earlier, Snapshot later, Instant from, Predicate<SourceName> sources) {
        return new Comparison(earlier, later, from, sources).result();
    }

    private static Map<Area, Instant> whole(Snapshot snapshot, Instant from) {
        return snapshot.coverage().stream()
                .filter(Coverage::provesAbsence)
                .filter(it -> !it.at().isBefore(from))
                .collect(Collectors.toMap(Area::of, Coverage::at, Comparison::latest));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Compared result() {
        return compared.stream()
                .map(before::get)
                .min(Comparator.naturalOrder())
                .map(since -> new Compared(movement(), compared.size(), scopes, since))
                .orElseGet(() -> new Compared(null, 0, scopes, null));
    }

    private Movement movement() {
        Map<EntityId, Fact> was = things(earlier);
        Map<EntityId, Fact> now = things(later);
        Set<EntityId> changed = new HashSet<>();
        now.forEach((id, fact) -> {
            Fact old = was.get(id);
            if (old != null && isCompared(fact) && !Bare.of(old).equals(Bare.of(fact))) {
                changed.add(id);
            }
        });
        changed.addAll(differing(Right.of(earlier), Right.of(later)));
        changed.removeIf(id -> !was.containsKey(id) || !now.containsKey(id));
        return new Movement(missing(now, was), changed.size(), missing(was, now));
    }

    /// How many of these are not among those.
    private int missing(Map<EntityId, Fact> these, Map<EntityId, Fact> those) {
        return (int) these.entrySet().stream()
                .filter(it -> !those.containsKey(it.getKey()) && isCompared(it.getValue()))
                .count();
    }

    private static Map<EntityId, Fact> things(Snapshot snapshot) {
        Map<EntityId, Fact> all = new HashMap<>();
        snapshot.identities().forEach(identity -> all.put(identity.id(), identity));
        snapshot.credentials().forEach(credential -> all.put(credential.id(), credential));
        snapshot.policies().forEach(policy -> all.put(policy.id(), policy));
        return all;
    }

    /// Whose rights came, went, or are others.
    private Set<EntityId> differing(List<Right> was, List<Right> now) {
        Set<Right> old = comparedOnly(was);
        Set<Right> fresh = comparedOnly(now);
        Set<Right> one = new HashSet<>(old);
        one.removeAll(fresh);
        fresh.removeAll(old);
        one.addAll(fresh);
        return one.stream().map(Right::whose).collect(Collectors.toSet());
    }

    private Set<Right> comparedOnly(List<Right> rights) {
        return rights.stream().filter(it -> compared.contains(it.area())).collect(Collectors.toSet());
    }

    private boolean isCompared(Fact fact) {
        return compared.contains(Area.of(fact));
    }
}
