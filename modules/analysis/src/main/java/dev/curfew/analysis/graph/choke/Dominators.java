package dev.curfew.analysis.graph.choke;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.Arrays;

/// For each node that is reached the last node before it that every way to it goes through.
///
/// T. Lengauer, R. E. Tarjan, "A Fast Algorithm for Finding Dominators in a Flowgraph", ACM TOPLAS 1 (1979), in the
/// form with path compression alone: O(m log n).
final class Dominators {
    /// The numbers that the forest has of a node, side by side so that one look at the memory finds them all: the node
    /// above, the one with the lowest semidominator on the way up to it, and that semidominator.
    private static final int ABOVE = 0;

    private static final int BEST = 1;
    private static final int LOWEST = 2;
    private static final int SHIFT = 2;

    private final DepthFirst order;
    private final int[] semi;
    private final int[] forest;
    private final int[] path;
    private final int[] dominators;

    /// @param backward the reverse of `forward`
    Dominators(Arcs forward, Arcs backward, int upTo, int... starts) {
        order = DepthFirst.of(forward, upTo, starts);
        int size = order.size();
        semi = new int[size];
        forest = new int[size << SHIFT];
        path = new int[size];
        dominators = new int[size];
        for (int number = 0; number < size; number++) {
            plant(number, number);
        }
        for (int start : starts) {
            plant(order.number(start), 0);
        }
        find(backward, upTo);
    }

    private void plant(int number, int lowest) {
        semi[number] = lowest;
        forest[(number << SHIFT) + ABOVE] = -1;
        forest[(number << SHIFT) + BEST] = number;
        forest[(number << SHIFT) + LOWEST] = lowest;
    }

    private void find(Arcs backward, int upTo) {
        // nodes with the same semidominator, as linked lists
        int[] firstOf = new int[order.size()];
        int[] nextOf = new int[order.size()];
        Arrays.fill(firstOf, -1);
        for (int number = order.size() - 1; number > 0; number--) {
            int lowest = lowestBefore(backward, upTo, number);
            semi[number] = lowest;
            nextOf[number] = firstOf[lowest];
            firstOf[lowest] = number;
            int parent = order.parent(number);
            forest[(number << SHIFT) + ABOVE] = parent;
            forest[(number << SHIFT) + LOWEST] = lowest;
            for (int each = firstOf[parent]; each >= 0; each = nextOf[each]) {
                int place = look(each);
                dominators[each] = forest[place + LOWEST] < semi[each] ? forest[place + BEST] : parent;
            }
            firstOf[parent] = -1;
        }
        for (int number = 1; number < order.size(); number++) {
            if (dominators[number] != semi[number]) {
                dominators[number] = dominators[dominators[number]];
            }
        }
    }

    private int lowestBefore(Arcs backward, int upTo, int number) {
        int lowest = semi[number];
        int node = order.node(number);
        int end = backward.end(node, upTo);
        for (int arc = backward.first(node); arc < end; arc++) {
            int before = order.number(backward.head(arc));
            if (before != 0) {
                lowest = Math.min(lowest, forest[look(before) + LOWEST]);
            }
        }
        return lowest;
    }

    /// The node's place in the forest, where what is lowest on the way up to the root of its tree is noted.
    private int look(int number) {
        int place = number << SHIFT;
        if (forest[place + ABOVE] >= 0) {
            compress(number);
        }
        return place;
    }

    /// Without recursion: ways may be as long as the graph is large.
    private void compress(int number) {
        int depth = 0;
        int each = number;
        int above = forest[(each << SHIFT) + ABOVE];
        while (forest[(above << SHIFT) + ABOVE] >= 0) {
            path[depth++] = each;
            each = above;
            above = forest[(each << SHIFT) + ABOVE];
        }
        while (depth > 0) {
            int place = path[--depth] << SHIFT;
            int up = forest[place + ABOVE] << SHIFT;
            if (forest[up + LOWEST] < forest[place + LOWEST]) {
                forest[place + BEST] = forest[up + BEST];
                forest[place + LOWEST] = forest[up + LOWEST];
            }
            forest[place + ABOVE] = forest[up + ABOVE];
        }
    }

    DepthFirst order() {
        return order;
    }

    /// By numbers of the depth-first order; the root is 0, and nobody's but the starts' and those that several of them
    /// lead to.
    int of(int number) {
        return dominators[number];
    }
}
