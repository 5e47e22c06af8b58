package dev.curfew.analysis.graph.way;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The ways from one node to another. Exact, not sampled; safe for use by many threads.
public final class Ways {
    private final Arcs forward;
    private final Arcs backward;
    private final int upTo;

    /// @param backward the reverse of `forward`
    /// @param upTo arcs of higher classes are not there
    public Ways(Arcs forward, Arcs backward, int upTo) {
        this.forward = forward;
        this.backward = backward;
        this.upTo = upTo;
    }

    /// The first ways by class, then by number of arcs.
    ///
    /// @param max how many at most
    public List<Way> shortest(int from, int to, int max) {
        List<Way> found = new ArrayList<>();
        for (int bound = 0; bound <= upTo && found.size() < max; bound++) {
            ArcCost one = _ -> 1;
            Yen yen = new Yen(forward, from, one, new Detour(forward, backward, to, bound, one));
            Optional<List<Integer>> next = yen.next();
            while (next.isPresent() && found.size() < max) {
                if (classOf(next.get()) == bound) {
                    found.add(new Way(next.get(), bound));
                }
                next = yen.next();
            }
        }
        return found;
    }

    /// Ways as different as can be: each is, of the surest that are left, one that shares the fewest arcs with those
    /// told before it, and of these the shortest.
    ///
    /// @param max how many at most
    public List<Way> different(int from, int to, int max) {
        List<Way> found = new ArrayList<>();
        Set<Integer> used = new HashSet<>();
        // no way has more arcs than this, so that one shared arc outweighs any length
        long shared = forward.nodes();
        ArcCost cost = arc -> used.contains(arc) ? shared + 1 : 1;
        for (int bound = 0; bound <= upTo; bound++) {
            Detour detour = new Detour(forward, backward, to, bound, cost);
            Optional<Way> next = unlike(found, new Yen(forward, from, cost, detour), bound);
            while (next.isPresent() && found.size() < max) {
                found.add(next.get());
                used.addAll(next.get().arcs());
                next = unlike(found, new Yen(forward, from, cost, detour), bound);
            }
        }
        return found;
    }

    private Optional<Way> unlike(List<Way> found, Yen yen, int bound) {
        for (Optional<List<Integer>> next = yen.next(); next.isPresent(); next = yen.next()) {
            Way way = new Way(next.get(), classOf(next.get()));
            if (way.ofClass() == bound && !found.contains(way)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    private int classOf(List<Integer> arcs) {
        return arcs.stream().mapToInt(forward::classOf).max().orElse(0);
    }
}
