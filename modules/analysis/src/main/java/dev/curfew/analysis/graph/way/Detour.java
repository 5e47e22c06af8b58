package dev.curfew.analysis.graph.way;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Finds the cheapest way to one target, around nodes and arcs that are closed. A search that is led by the number of
/// arcs that are left at least (A*), so that it looks at little of a large graph.
final class Detour {
    private static final int FAR = Integer.MAX_VALUE;

    private record Open(long estimate, int node) {
        static final Comparator<Open> NEAREST =
                Comparator.comparingLong(Open::estimate).thenComparingInt(Open::node);
    }

    private final Arcs arcs;
    private final int target;
    private final int bound;
    private final ArcCost cost;
    private final int[] left;
    private final long[] costs;
    private final int[] arrivals;
    private final int[] rounds;
    private int round;

    /// @param backward the reverse of `arcs`
    /// @param bound arcs of higher classes are not there
    Detour(Arcs arcs, Arcs backward, int target, int bound, ArcCost cost) {
        this.arcs = arcs;
        this.target = target;
        this.bound = bound;
        this.cost = cost;
        left = left(backward, target, bound);
        costs = new long[arcs.nodes()];
        arrivals = new int[arcs.nodes()];
        rounds = new int[arcs.nodes()];
    }

    private static int[] left(Arcs backward, int target, int bound) {
        int[] left = new int[backward.nodes()];
        Arrays.fill(left, FAR);
        left[target] = 0;
        int[] queue = new int[backward.nodes()];
        queue[0] = target;
        int found = 1;
        for (int i = 0; i < found; i++) {
            int node = queue[i];
            for (int arc = backward.first(node); arc < backward.end(node, bound); arc++) {
                int before = backward.head(arc);
                if (left[before] == FAR) {
                    left[before] = left[node] + 1;
                    queue[found] = before;
                    found++;
                }
            }
        }
        return left;
    }

    /// The arcs of the cheapest way, of several the first by its nodes; empty: there is none.
    ///
    /// @param closedNodes not to be met
    /// @param closedArcs not to be gone over
    List<Integer> from(int start, Set<Integer> closedNodes, Set<Integer> closedArcs) {
        round++;
        PriorityQueue<Open> open = new PriorityQueue<>(Open.NEAREST);
        if (left[start] != FAR) {
            arrive(start, 0, -1, open);
        }
        while (!open.isEmpty()) {
            Open next = open.remove();
            int node = next.node();
            if (node == target) {
                return way(start);
            }
            boolean improvedSince = next.estimate() > costs[node] + left[node];
            int end = improvedSince ? arcs.first(node) : arcs.end(node, bound);
            for (int arc = arcs.first(node); arc < end; arc++) {
                int head = arcs.head(arc);
                if (left[head] != FAR && !closedArcs.contains(arc) && !closedNodes.contains(head)) {
                    arrive(head, costs[node] + cost.of(arc), arc, open);
                }
            }
        }
        return List.of();
    }

    private void arrive(int node, long atCost, int arc, PriorityQueue<Open> open) {
        if (rounds[node] != round || atCost < costs[node]) {
            rounds[node] = round;
            costs[node] = atCost;
            arrivals[node] = arc;
            open.add(new Open(atCost + left[node], node));
        }
    }

    private List<Integer> way(int start) {
        Deque<Integer> way = new ArrayDeque<>();
        for (int node = target; node != start; node = arcs.tail(arrivals[node])) {
            way.addFirst(arrivals[node]);
        }
        return List.copyOf(way);
    }
}
