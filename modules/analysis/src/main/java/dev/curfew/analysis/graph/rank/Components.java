package dev.curfew.analysis.graph.rank;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.IntList;

/// The strongly connected components of a graph: nodes that reach one another. Numbered so that arcs between components
/// lead to lower numbers.
///
/// R. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM J. Comput. 1 (1972), without recursion.
final class Components {
    private final Arcs arcs;
    private final int upTo;
    private final int[] componentOf;
    private final int[] met;
    private final int[] low;
    private final IntList waiting = new IntList();
    private int count;
    private int clock;

    private Components(Arcs arcs, int upTo) {
        this.arcs = arcs;
        this.upTo = upTo;
        componentOf = new int[arcs.nodes()];
        met = new int[arcs.nodes()];
        low = new int[arcs.nodes()];
    }

    static Components of(Arcs arcs, int upTo) {
        Components components = new Components(arcs, upTo);
        java.util.Arrays.fill(components.componentOf, -1);
        int[] path = new int[arcs.nodes()];
        int[] next = new int[arcs.nodes()];
        for (int node = 0; node < arcs.nodes(); node++) {
            if (components.met[node] == 0) {
                components.search(node, path, next);
            }
        }
        return components;
    }

    private void search(int start, int[] path, int[] next) {
        int depth = 0;
        path[0] = start;
        next[0] = meet(start);
        while (depth >= 0) {
            int node = path[depth];
            if (next[depth] == arcs.end(node, upTo)) {
                depth--;
                leave(node);
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            } else {
                int head = arcs.head(next[depth]);
                next[depth]++;
                if (met[head] == 0) {
                    depth++;
                    path[depth] = head;
                    next[depth] = meet(head);
                } else if (componentOf[head] < 0) {
                    low[node] = Math.min(low[node], met[head]);
                }
            }
        }
    }

    private int meet(int node) {
        clock++;
        met[node] = clock;
        low[node] = clock;
        waiting.add(node);
        return arcs.first(node);
    }

    private void leave(int node) {
        if (low[node] == met[node]) {
            int member;
            do {
                member = waiting.removeLast();
                componentOf[member] = count;
            } while (member != node);
            count++;
        }
    }

    int count() {
        return count;
    }

    int of(int node) {
        return componentOf[node];
    }
}
