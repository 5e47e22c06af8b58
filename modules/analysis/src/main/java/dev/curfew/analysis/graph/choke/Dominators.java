package dev.curfew.analysis.graph.choke;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.Arrays;

/// For each node that is reached the last node before it that every way to it goes through.
///
/// T. Lengauer, R. E. Tarjan, "A Fast Algorithm for Finding Dominators in a Flowgraph", ACM TOPLAS 1 (1979), in the
/// form with path compression alone: O(m log n).
final class Dominators {
    private final DepthFirst order;
    private final int[] semi;
    private final int[] above;
    private final int[] best;
    private final int[] dominators;

    /// @param backward the reverse of `forward`
    Dominators(Arcs forward, Arcs backward, int upTo, int... starts) {
        order = DepthFirst.of(forward, upTo, starts);
        int size = order.size();
        semi = identity(size);
        best = identity(size);
        above = new int[size];
        Arrays.fill(above, -1);
        dominators = new int[size];
        find(backward, upTo, starts);
    }

    private static int[] identity(int size) {
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = i;
        }
        return values;
    }

    private void find(Arcs backward, int upTo, int... starts) {
        // nodes with the same semidominator, as linked lists
        int[] firstOf = new int[order.size()];
        int[] nextOf = new int[order.size()];
        Arrays.fill(firstOf, -1);
        for (int start : starts) {
            semi[order.number(start)] = 0;
        }
        for (int number = order.size() - 1; number > 0; number--) {
            int node = order.node(number);
            for (int arc = backward.first(node); arc < backward.end(node, upTo); arc++) {
                int before = order.number(backward.head(arc));
                if (before != 0) {
                    semi[number] = Math.min(semi[number], semi[eval(before)]);
                }
            }
            nextOf[number] = firstOf[semi[number]];
            firstOf[semi[number]] = number;
            int parent = order.parent(number);
            above[number] = parent;
            for (int each = firstOf[parent]; each >= 0; each = nextOf[each]) {
                int lowest = eval(each);
                dominators[each] = semi[lowest] < semi[each] ? lowest : parent;
            }
            firstOf[parent] = -1;
        }
        for (int number = 1; number < order.size(); number++) {
            if (dominators[number] != semi[number]) {
                dominators[number] = dominators[dominators[number]];
            }
        }
    }

    /// The node with the lowest semidominator on the way up to the linked forest's root.
    private int eval(int number) {
        if (above[number] < 0) {
            return number;
        }
        compress(number);
        return best[number];
    }

    /// Without recursion: ways may be as long as the graph is large.
    private void compress(int number) {
        int depth = 0;
        for (int each = number; above[above[each]] >= 0; each = above[each]) {
            depth++;
        }
        int[] path = new int[depth];
        int at = number;
        for (int i = 0; i < depth; i++) {
            path[i] = at;
            at = above[at];
        }
        for (int i = depth - 1; i >= 0; i--) {
            int each = path[i];
            int up = above[each];
            if (semi[best[up]] < semi[best[each]]) {
                best[each] = best[up];
            }
            above[each] = above[up];
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
