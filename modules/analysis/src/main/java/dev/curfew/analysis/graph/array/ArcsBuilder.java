package dev.curfew.analysis.graph.array;

import java.util.Objects;

/// Packs arcs into rows. Takes them in any order; the order of those alike (same tail, same class) is kept.
public final class ArcsBuilder {
    private final int nodes;
    private final IntList slots = new IntList();
    private final IntList heads = new IntList();

    public ArcsBuilder(int nodes) {
        this.nodes = nodes;
    }

    /// @param ofClass 0, 1 or 2
    /// @throws IndexOutOfBoundsException for a node or class that there is not
    public ArcsBuilder add(int tail, int head, int ofClass) {
        Objects.checkIndex(tail, nodes);
        slots.add(Places.slot(tail, Objects.checkIndex(ofClass, Arcs.CLASSES)));
        heads.add(Objects.checkIndex(head, nodes));
        return this;
    }

    /// What was built, and where each added arc came to be.
    ///
    /// @param places by the order of adding
    public record Built(Arcs arcs, IntList places) {}

    public Built build() {
        int size = heads.size();
        Places places = new Places(nodes, size, slots::get);
        int[] bounds = places.bounds();
        int[] packed = new int[size];
        IntList where = new IntList();
        for (int i = 0; i < size; i++) {
            int place = places.take(slots.get(i));
            packed[place] = heads.get(i);
            where.add(place);
        }
        return new Built(new Arcs(bounds, packed, new int[0]), where);
    }
}
