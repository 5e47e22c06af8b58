package dev.curfew.analysis.graph.search;

import dev.curfew.analysis.graph.array.Arcs;
import java.util.Arrays;
import java.util.Objects;

/// Everything that is reached from some nodes, each with its class: the lowest that bounds all arcs of some way to it.
///
/// Looks at each arc at most once. The starts themselves are reached, with class 0.
public final class Spread {
    private static final byte NOT = -1;

    private final Arcs arcs;
    private final byte[] classes;
    private final int[] order;
    private final int[] counts = new int[Arcs.CLASSES];

    private Spread(Arcs arcs) {
        this.arcs = arcs;
        classes = new byte[arcs.nodes()];
        Arrays.fill(classes, NOT);
        order = new int[arcs.nodes()];
    }

    /// @param upTo arcs of higher classes are not there
    public static Spread of(Arcs arcs, int upTo, int... starts) {
        Spread spread = new Spread(arcs);
        int found = 0;
        for (int start : starts) {
            if (spread.classes[start] == NOT) {
                spread.classes[start] = 0;
                spread.order[found] = start;
                found++;
            }
        }
        int known = 0;
        for (int ofClass = 0; ofClass <= upTo; ofClass++) {
            found = spread.leave(known, found, (byte) ofClass);
            found = spread.run(known, found, (byte) ofClass);
            spread.counts[ofClass] = found - known;
            known = found;
        }
        return spread;
    }

    /// Steps out of what lower classes reached, by arcs of this class.
    private int leave(int known, int before, byte ofClass) {
        int found = before;
        for (int i = 0; i < known; i++) {
            int node = order[i];
            int end = arcs.end(node, ofClass);
            for (int arc = arcs.begin(node, ofClass); arc < end; arc++) {
                found = reach(arcs.head(arc), found, ofClass);
            }
        }
        return found;
    }

    /// Goes on from what this class reached, by arcs up to it.
    private int run(int known, int before, byte ofClass) {
        int found = before;
        for (int i = known; i < found; i++) {
            int node = order[i];
            int end = arcs.end(node, ofClass);
            for (int arc = arcs.first(node); arc < end; arc++) {
                found = reach(arcs.head(arc), found, ofClass);
            }
        }
        return found;
    }

    private int reach(int node, int found, byte ofClass) {
        if (classes[node] != NOT) {
            return found;
        }
        classes[node] = ofClass;
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
        return classes[node] != NOT;
    }

    /// @throws IllegalArgumentException for what is not reached
    public int classOf(int node) {
        if (classes[node] == NOT) {
            throw new IllegalArgumentException("node " + node + " is not reached");
        }
        return classes[node];
    }
}
