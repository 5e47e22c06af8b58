package dev.curfew.analysis.graph.array;

import java.util.function.IntUnaryOperator;

/// Counts arcs by node and class, and then hands out each one's place: a counting sort.
final class Places {
    private final int nodes;
    private final int[] next;

    /// @param slots for each of `size` arcs its slot, as [#slot] says
    Places(int nodes, int size, IntUnaryOperator slots) {
        this.nodes = nodes;
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

    /// Where rows begin, and where the last ends. To be asked before the first place is taken.
    int[] rows() {
        int[] rows = new int[nodes + 1];
        for (int node = 0; node <= nodes; node++) {
            rows[node] = next[slot(node, 0)];
        }
        return rows;
    }

    /// Where the classes but the last end in each row. To be asked before the first place is taken.
    int[] ends() {
        int classes = Arcs.CLASSES - 1;
        int[] ends = new int[classes * nodes];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = next[slot(i / classes, i % classes) + 1];
        }
        return ends;
    }

    int take(int slot) {
        int place = next[slot];
        next[slot]++;
        return place;
    }
}
