package dev.curfew.analysis.sketch;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.model.id.EntityId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Two answers to the same question laid over each other: which hops lead on in both, which in one alone.
///
/// A hop leads on where it holds and somebody still comes to it.
public final class Overlay {
    private final Set<Hop> before;
    private final Set<Hop> after;

    /// @param roots where somebody looks from
    /// @param beforePaths every path of the answer in that estate
    public Overlay(
            Collection<? extends EntityId> roots,
            Direction direction,
            EstateGraph before,
            Collection<List<Hop>> beforePaths,
            EstateGraph after,
            Collection<List<Hop>> afterPaths) {
        World one = new World(before, beforePaths);
        World other = new World(after, afterPaths);
        Map<Hop, Set<EntityId>> makers = new HashMap<>();
        beforePaths.forEach(path -> addMakers(path, makers));
        afterPaths.forEach(path -> addMakers(path, makers));
        Map<EntityId, List<Hop>> next = new HashMap<>();
        makers.keySet()
                .forEach(hop -> next.computeIfAbsent(direction.near(hop), _ -> new ArrayList<>())
                        .add(hop));
        this.before = leadingOn(roots, direction, next, makers, one, other);
        this.after = leadingOn(roots, direction, next, makers, other, one);
    }

    /// Memberships and held policies are on the way to the hop that makes the step.
    private static void addMakers(List<Hop> path, Map<Hop, Set<EntityId>> makers) {
        EntityId maker = path.getFirst().from();
        for (Hop hop : path) {
            makers.computeIfAbsent(hop, _ -> new HashSet<>()).add(maker);
            if (hop.kind() != HopKind.MEMBER_OF && hop.kind() != HopKind.HOLDS) {
                maker = hop.to();
            }
        }
    }

    private static Set<Hop> leadingOn(
            Collection<? extends EntityId> roots,
            Direction direction,
            Map<EntityId, List<Hop>> next,
            Map<Hop, Set<EntityId>> makers,
            World world,
            World other) {
        Set<Hop> leading = new HashSet<>();
        Set<EntityId> come = new LinkedHashSet<>(roots);
        Deque<EntityId> open = new ArrayDeque<>(come);
        while (!open.isEmpty()) {
            for (Hop hop : next.getOrDefault(open.pop(), List.of())) {
                if (world.holds(hop, makers.getOrDefault(hop, Set.of()), other)) {
                    leading.add(hop);
                    if (come.add(direction.far(hop))) {
                        open.add(direction.far(hop));
                    }
                }
            }
        }
        return leading;
    }

    /// @param hop of one of the paths
    public Fate of(Hop hop) {
        return Fate.of(before.contains(hop), after.contains(hop));
    }
}
