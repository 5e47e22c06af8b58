package dev.curfew.analysis.graph.way;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All ways between two nodes that meet no node twice, cheapest first, one at a time. Exact.
///
/// J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17 (1971).
final class Yen {

    private record Candidate(long cost, List<Integer> arcs) {
        static final Comparator<Candidate> CHEAPEST =
                Comparator.comparingLong(Candidate::cost).thenComparing(Candidate::arcs, Yen::compare);
    }

    private final Arcs arcs;
    private final int from;
    private final ArcCost cost;
    private final Detour detour;
    private final List<List<Integer>> told = new ArrayList<>();
    private final TreeSet<Candidate> candidates = new TreeSet<>(Candidate.CHEAPEST);

    Yen(Arcs arcs, int from, ArcCost cost, Detour detour) {
        this.arcs = arcs;
        this.from = from;
        this.cost = cost;
        this.detour = detour;
        offer(List.of(), detour.from(from, Set.of(), Set.of()));
    }

    /// The next way; empty when all were told.
    Optional<List<Integer>> next() {
        Candidate next = candidates.pollFirst();
        if (next == null) {
            return Optional.empty();
        }
        told.add(next.arcs());
        deviate(next.arcs());
        return Optional.of(next.arcs());
    }

    /// The cheapest ways that go along with the one told, and leave it at each of its nodes.
    private void deviate(List<Integer> way) {
        Set<Integer> met = new HashSet<>();
        int node = from;
        for (int i = 0; i < way.size(); i++) {
            List<Integer> root = way.subList(0, i);
            Set<Integer> taken = new HashSet<>();
            for (List<Integer> other : told) {
                if (other.size() > i && other.subList(0, i).equals(root)) {
                    taken.add(other.get(i));
                }
            }
            offer(root, detour.from(node, met, taken));
            met.add(node);
            node = arcs.head(way.get(i));
        }
    }

    private void offer(List<Integer> root, List<Integer> rest) {
        if (!rest.isEmpty()) {
            List<Integer> whole = new ArrayList<>(root);
            whole.addAll(rest);
            candidates.add(new Candidate(whole.stream().mapToLong(cost::of).sum(), List.copyOf(whole)));
        }
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = Integer.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
