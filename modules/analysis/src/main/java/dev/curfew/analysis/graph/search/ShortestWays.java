package dev.curfew.analysis.graph.search;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// The surest, and of those the shortest, way to everything that is reached. Exact: of the ways with the lowest
/// possible class one with the fewest arcs.
///
/// Of several such, the one that is told depends on the graph alone: at each step back the surest start, then the
/// lowest node, then the lowest arc.
public final class ShortestWays {
    private static final int FAR = Integer.MAX_VALUE;

    private final Arcs backward;
    private final Spread spread;
    private final int[][] lengths;

    private ShortestWays(Arcs forward, Arcs backward, int upTo, int... starts) {
        this.backward = backward;
        spread = Spread.of(forward, upTo, starts);
        int highest = upTo;
        while (highest > 0 && spread.size(highest) == 0) {
            highest--;
        }
        lengths = new int[highest + 1][];
        for (int bound = 0; bound <= highest; bound++) {
            lengths[bound] = lengths(forward, bound, starts);
        }
    }

    /// @param backward the reverse of `forward`; whichever of the two is none, its arcs' numbers are those told
    public static ShortestWays of(Arcs forward, Arcs backward, int upTo, int... starts) {
        return new ShortestWays(forward, backward, upTo, starts);
    }

    private static int[] lengths(Arcs arcs, int bound, int... starts) {
        int[] length = new int[arcs.nodes()];
        Arrays.fill(length, FAR);
        int[] queue = new int[arcs.nodes()];
        int found = 0;
        for (int start : starts) {
            if (length[start] == FAR) {
                length[start] = 0;
                queue[found] = start;
                found++;
            }
        }
        for (int i = 0; i < found; i++) {
            int node = queue[i];
            int end = arcs.end(node, bound);
            for (int arc = arcs.first(node); arc < end; arc++) {
                int head = arcs.head(arc);
                if (length[head] == FAR) {
                    length[head] = length[node] + 1;
                    queue[found] = head;
                    found++;
                }
            }
        }
        return length;
    }

    public Spread spread() {
        return spread;
    }

    /// How many arcs lead to the node by the way told.
    ///
    /// @throws IllegalArgumentException for what is not reached
    public int length(int node) {
        return lengths[spread.classOf(node)][node];
    }

    /// The arcs from a start to the node, in forward direction.
    ///
    /// @throws IllegalArgumentException for what is not reached
    public List<Integer> way(int node) {
        return way(node, 0);
    }

    /// The same, of the ways whose arcs are all up to a class: it may be shorter than the surest.
    ///
    /// @param atLeast the class; a higher one where none of these leads to the node
    public List<Integer> way(int node, int atLeast) {
        Deque<Integer> way = new ArrayDeque<>();
        int at = node;
        int bound = Math.max(spread.classOf(node), Math.min(atLeast, lengths.length - 1));
        for (int length = lengths[bound][node]; length > 0; length--) {
            int arc = lastArc(at, bound, length);
            way.addFirst(backward.origin(arc));
            at = backward.head(arc);
            bound = lowest(at, length - 1);
        }
        return List.copyOf(way);
    }

    private int lastArc(int node, int bound, int length) {
        int best = -1;
        int end = backward.end(node, bound);
        for (int arc = backward.first(node); arc < end; arc++) {
            if (lengths[bound][backward.head(arc)] == length - 1 && (best < 0 || isBefore(arc, best, length - 1))) {
                best = arc;
            }
        }
        return best;
    }

    private boolean isBefore(int arc, int best, int length) {
        int one = backward.head(arc);
        int other = backward.head(best);
        if (one == other) {
            return backward.origin(arc) < backward.origin(best);
        }
        int order = Integer.compare(lowest(one, length), lowest(other, length));
        return order < 0 || (order == 0 && one < other);
    }

    /// The lowest bound under which the node is this near.
    private int lowest(int node, int length) {
        int bound = 0;
        while (lengths[bound][node] != length) {
            bound++;
        }
        return bound;
    }
}
