package dev.curfew.analysis.graph.array;

import java.util.function.IntUnaryOperator;

/// Counts arcs by node and class, and then hands out each one's place: a counting sort.
final class Places {
    private final int[] next;

    /// @param slots for each of `size` arcs its slot, as [#slot] says
    Places(int nodes, int size, IntUnaryOperator slots) {
        next = new int[Arcs.CLASSES * nodes + 1];
        for (int i = 0; i < size; i++) {
            next[slots.applyAsInt(i) + 1]++;
        }
        for (int i = 0; i < Arcs.CLASSES * nodes; i++) {
            next[i + 1] += next[i];
        }
    }

    static int slot(int node, int ofClass) {
        return Arcs.CLASSES * node + ofClass;
    }

    /// Where each slot begins, and where the last ends. To be asked before the first place is taken.
    int[] bounds() {
        return next.clone();
    }

    int take(int slot) {
        int place = next[slot];
        next[slot]++;
        return place;
    }
}
