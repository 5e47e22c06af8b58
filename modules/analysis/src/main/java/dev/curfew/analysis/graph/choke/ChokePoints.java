package dev.curfew.analysis.graph.choke;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;

/// The single arcs that, taken away, shrink what is reached. Exact, for all arcs together in time almost linear.
///
/// An arc is one if it is the only way into its head that does not come from behind it: then all that the head
/// dominates is lost with it.
public final class ChokePoints {
    private static final Comparator<ChokePoint> MOST_FIRST = Comparator.comparingLong(ChokePoint::weight)
            .thenComparingInt(ChokePoint::nodes)
            .reversed()
            .thenComparingInt(ChokePoint::arc);

    private final Arcs backward;
    private final int upTo;
    private final Dominators dominators;
    private final DepthFirst order;
    private final int[] sizes;
    private final long[] weights;
    private final int[] places;

    private ChokePoints(Arcs forward, Arcs backward, int upTo, IntToLongFunction weight, int... starts) {
        this.backward = backward;
        this.upTo = upTo;
        dominators = new Dominators(forward, backward, upTo, starts);
        order = dominators.order();
        sizes = new int[order.size()];
        weights = new long[order.size()];
        places = new int[order.size()];
        for (int number = order.size() - 1; number > 0; number--) {
            sizes[number]++;
            weights[number] += weight.applyAsLong(order.node(number));
            sizes[dominators.of(number)] += sizes[number];
            weights[dominators.of(number)] += weights[number];
        }
        place();
    }

    /// All of them, those that take away the most weight first.
    ///
    /// @param backward the reverse of `forward`
    /// @param upTo arcs of higher classes are not there
    /// @param weight of each node
    public static List<ChokePoint> of(Arcs forward, Arcs backward, int upTo, IntToLongFunction weight, int... starts) {
        return new ChokePoints(forward, backward, upTo, weight, starts).find(starts);
    }

    /// Numbers the dominator tree so that each subtree is a range.
    private void place() {
        int[] next = new int[order.size()];
        next[0] = 1;
        for (int number = 1; number < order.size(); number++) {
            int above = dominators.of(number);
            places[number] = next[above];
            next[above] += sizes[number];
            next[number] = places[number] + 1;
        }
    }

    private List<ChokePoint> find(int... starts) {
        boolean[] given = new boolean[order.size()];
        for (int start : starts) {
            given[order.number(start)] = true;
        }
        List<ChokePoint> found = new ArrayList<>();
        for (int number = 1; number < order.size(); number++) {
            int arc = given[number] || !isFromAbove(number, given) ? -1 : onlyWayIn(number);
            if (arc >= 0) {
                found.add(new ChokePoint(arc, sizes[number], weights[number]));
            }
        }
        found.sort(MOST_FIRST);
        return found;
    }

    /// An only way in is the one by which the node was met, and comes from its dominator; or from a start, where the
    /// root is that.
    private boolean isFromAbove(int number, boolean... given) {
        int parent = order.parent(number);
        return given[parent] || dominators.of(number) == parent;
    }

    /// -1 where there are several, parallel ones among them.
    private int onlyWayIn(int number) {
        int only = -1;
        int node = order.node(number);
        for (int arc = backward.first(node); arc < backward.end(node, upTo); arc++) {
            int before = order.number(backward.head(arc));
            if (before != 0 && !dominates(number, before)) {
                if (only >= 0) {
                    return -1;
                }
                only = backward.origin(arc);
            }
        }
        return only;
    }

    private boolean dominates(int number, int other) {
        return places[number] <= places[other] && places[other] < places[number] + sizes[number];
    }
}
