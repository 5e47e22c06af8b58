package dev.curfew.analysis.graph.search;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.IntList;
import java.util.Arrays;
import java.util.Objects;

/// Everything that is reached from some nodes, each with its class: the lowest that bounds all arcs of some way to it.
///
/// Looks at each arc at most once. The starts themselves are reached, with class 0.
public final class Spread {
    private final Arcs arcs;
    private final int upTo;

    /// 0 for what is not reached, else one more than its class.
    private final byte[] classes;

    private final int[] order;
    private final int[] counts = new int[Arcs.CLASSES];

    /// By class what its arcs lead to, from rows that were gone over for a lower one.
    private final IntList[] later = new IntList[Arcs.CLASSES];

    private Spread(Arcs arcs, int upTo) {
        this.arcs = arcs;
        this.upTo = upTo;
        classes = new byte[arcs.nodes()];
        order = new int[arcs.nodes()];
        Arrays.setAll(later, _ -> new IntList());
    }

    /// @param upTo arcs of higher classes are not there
    public static Spread of(Arcs arcs, int upTo, int... starts) {
        Spread spread = new Spread(arcs, upTo);
        int found = 0;
        for (int start : starts) {
            found = spread.reach(start, found, (byte) 1);
        }
        int known = 0;
        for (int ofClass = 0; ofClass <= upTo; ofClass++) {
            found = spread.leave(found, ofClass);
            found = spread.run(known, found, ofClass);
            spread.counts[ofClass] = found - known;
            known = found;
        }
        return spread;
    }

    /// Steps by arcs of this class out of what lower classes reached.
    private int leave(int before, int ofClass) {
        int found = before;
        IntList heads = later[ofClass];
        for (int i = 0; i < heads.size(); i++) {
            found = reach(heads.get(i), found, (byte) (ofClass + 1));
        }
        return found;
    }

    /// Goes on from what this class reached, by arcs up to it. Each row is looked at whole, while it is at hand: what
    /// its arcs of higher classes lead to is left for later.
    private int run(int known, int before, int ofClass) {
        byte[] marks = classes;
        int[] queue = order;
        byte mark = (byte) (ofClass + 1);
        int found = before;
        for (int i = known; i < found; i++) {
            int node = queue[i];
            int end = arcs.end(node, ofClass);
            for (int arc = arcs.first(node); arc < end; arc++) {
                int head = arcs.head(arc);
                if (marks[head] == 0) {
                    marks[head] = mark;
                    queue[found] = head;
                    found++;
                }
            }
            if (end < arcs.end(node, upTo)) {
                leaveForLater(node, ofClass);
            }
        }
        return found;
    }

    private void leaveForLater(int node, int ofClass) {
        for (int higher = ofClass + 1; higher <= upTo; higher++) {
            arcs.addHeads(node, higher, later[higher]);
        }
    }

    private int reach(int node, int found, byte mark) {
        if (classes[node] != 0) {
            return found;
        }
        classes[node] = mark;
        order[found] = node;
        return found + 1;
    }

    /// How many are reached, the starts among them.
    public int size() {
        return counts[0] + counts[1] + counts[2];
    }

    /// How many are reached with exactly this class.
    public int size(int ofClass) {
        return counts[ofClass];
    }

    /// The nodes that are reached, by class.
    public int node(int index) {
        return order[Objects.checkIndex(index, size())];
    }

    public boolean reaches(int node) {
        return classes[node] != 0;
    }

    /// @throws IllegalArgumentException for what is not reached
    public int classOf(int node) {
        if (classes[node] == 0) {
            throw new IllegalArgumentException("node " + node + " is not reached");
        }
        return classes[node] - 1;
    }
}
