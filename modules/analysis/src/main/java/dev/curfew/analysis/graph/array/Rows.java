package dev.curfew.analysis.graph.array;

import java.util.function.IntUnaryOperator;

/// Puts arcs together row by row, out of rows that others have. Not for use by two threads at once.
public final class Rows {
    private final int[] bounds;
    private final IntList heads = new IntList();
    private int filled;

    public Rows(int nodes) {
        bounds = new int[Arcs.CLASSES * nodes + 1];
    }

    /// The next node's row.
    ///
    /// @param places where each head is here; keeps the order of a row's heads
    public Rows add(Arcs arcs, int row, IntUnaryOperator places) {
        for (int ofClass = 0; ofClass < Arcs.CLASSES; ofClass++) {
            for (int arc = arcs.begin(row, ofClass); arc < arcs.end(row, ofClass); arc++) {
                heads.add(places.applyAsInt(arcs.head(arc)));
            }
            filled++;
            bounds[filled] = heads.size();
        }
        return this;
    }

    /// @throws IllegalStateException unless each node's row was added
    public Arcs build() {
        if (filled != bounds.length - 1) {
            throw new IllegalStateException(filled / Arcs.CLASSES + " rows are not all");
        }
        return new Arcs(bounds, heads.toArray(), new int[0]);
    }
}
