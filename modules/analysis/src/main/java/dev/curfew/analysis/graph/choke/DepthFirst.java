package dev.curfew.analysis.graph.choke;

import dev.curfew.analysis.graph.array.Arcs;

/// The nodes reached from some starts, numbered from 1 in the order in which a depth-first search meets them. 0 is a
/// root above the starts.
final class DepthFirst {
    private final int[] numbers;

    /// One bit a node: a large graph's numbers do not fit into what is near the processor, and these do.
    private final long[] met;

    private final int[] nodes;
    private final int[] parents;
    private int size = 1;

    private DepthFirst(int all) {
        numbers = new int[all];
        met = new long[(all + Long.SIZE - 1) / Long.SIZE];
        nodes = new int[all + 1];
        parents = new int[all + 1];
        nodes[0] = -1;
    }

    static DepthFirst of(Arcs arcs, int upTo, int... starts) {
        DepthFirst search = new DepthFirst(arcs.nodes());
        int[] path = new int[arcs.nodes() + 1];
        int[] next = new int[arcs.nodes() + 1];
        for (int start : starts) {
            if (!search.isMet(start)) {
                path[0] = search.meet(start, 0);
                next[0] = arcs.first(start);
                search.descend(arcs, upTo, path, next);
            }
        }
        return search;
    }

    private void descend(Arcs arcs, int upTo, int[] path, int[] next) {
        int depth = 0;
        while (depth >= 0) {
            int node = nodes[path[depth]];
            if (next[depth] == arcs.end(node, upTo)) {
                depth--;
            } else {
                int head = arcs.head(next[depth]);
                next[depth]++;
                if (!isMet(head)) {
                    path[depth + 1] = meet(head, path[depth]);
                    depth++;
                    next[depth] = arcs.first(head);
                }
            }
        }
    }

    private boolean isMet(int node) {
        return (met[node / Long.SIZE] & 1L << node) != 0;
    }

    private int meet(int node, int parent) {
        int number = size;
        met[node / Long.SIZE] |= 1L << node;
        numbers[node] = number;
        nodes[number] = node;
        parents[number] = parent;
        size++;
        return number;
    }

    /// How many were met, the root among them.
    int size() {
        return size;
    }

    /// 0 for a node that was not met.
    int number(int node) {
        return numbers[node];
    }

    int node(int number) {
        return nodes[number];
    }

    int parent(int number) {
        return parents[number];
    }
}
