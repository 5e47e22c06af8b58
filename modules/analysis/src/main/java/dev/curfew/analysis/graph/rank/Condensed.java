package dev.curfew.analysis.graph.rank;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.IntList;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/// A graph with each strongly connected component as one node, arcs by where they lead. No arc twice; arcs come from
/// higher numbers.
final class Condensed {
    private final Components components;
    private final int[] rows;
    private final int[] tails;
    private final long[] weights;

    private Condensed(Components components, int[] rows, int[] tails, long[] weights) {
        this.components = components;
        this.rows = rows;
        this.tails = tails;
        this.weights = weights;
    }

    static Condensed of(Arcs arcs, int upTo, IntToLongFunction weight) {
        Components components = Components.of(arcs, upTo);
        int[] members = new int[arcs.nodes()];
        int[] starts = new int[components.count() + 1];
        for (int node = 0; node < arcs.nodes(); node++) {
            starts[components.of(node) + 1]++;
        }
        for (int i = 0; i < components.count(); i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, components.count());
        for (int node = 0; node < arcs.nodes(); node++) {
            members[next[components.of(node)]++] = node;
        }
        int[] rows = new int[components.count() + 1];
        IntList heads = new IntList();
        int[] seenFor = new int[components.count()];
        long[] weights = new long[components.count()];
        for (int component = 0; component < components.count(); component++) {
            for (int i = starts[component]; i < starts[component + 1]; i++) {
                int node = members[i];
                weights[component] += weight.applyAsLong(node);
                for (int arc = arcs.first(node); arc < arcs.end(node, upTo); arc++) {
                    int head = components.of(arcs.head(arc));
                    if (head != component && seenFor[head] != component + 1) {
                        seenFor[head] = component + 1;
                        heads.add(head);
                    }
                }
            }
            rows[component + 1] = heads.size();
        }
        return byHead(components, rows, heads, weights);
    }

    private static Condensed byHead(Components components, int[] rows, IntList heads, long[] weights) {
        int[] bounds = new int[rows.length];
        for (int arc = 0; arc < heads.size(); arc++) {
            bounds[heads.get(arc) + 1]++;
        }
        for (int i = 0; i + 1 < bounds.length; i++) {
            bounds[i + 1] += bounds[i];
        }
        int[] next = bounds.clone();
        int[] tails = new int[heads.size()];
        for (int component = 0; component + 1 < rows.length; component++) {
            for (int arc = rows[component]; arc < rows[component + 1]; arc++) {
                tails[next[heads.get(arc)]++] = component;
            }
        }
        return new Condensed(components, bounds, tails, weights);
    }

    int count() {
        return weights.length;
    }

    int componentOf(int node) {
        return components.of(node);
    }

    /// The first of the arcs that lead to the component.
    int first(int component) {
        return rows[component];
    }

    int end(int component) {
        return rows[component + 1];
    }

    int tail(int arc) {
        return tails[arc];
    }

    /// Of all members together.
    long weight(int component) {
        return weights[component];
    }
}
