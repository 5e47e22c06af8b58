package dev.curfew.analysis.graph.array;

/// A directed multigraph in compressed rows. Nodes and arcs are numbered from 0; an arc's number is its place.
///
/// Each arc is of a class: 0, 1 or 2. A row has the arcs of class 0 first, so that all arcs up to a class are one
/// range. Never changed; safe for use by many threads.
public final class Arcs {
    /// Classes of arcs.
    public static final int CLASSES = 3;

    private final int[] bounds;
    private final int[] heads;
    private final int[] origins;

    /// @param bounds for each node and class where its arcs begin, and where the last end
    /// @param heads where each arc leads
    /// @param origins the arc's number in the graph that this is the reverse of; empty: its own
    Arcs(int[] bounds, int[] heads, int[] origins) {
        this.bounds = bounds;
        this.heads = heads;
        this.origins = origins;
    }

    public int nodes() {
        return bounds.length / CLASSES;
    }

    public int size() {
        return heads.length;
    }

    /// The first arc of the node's row.
    public int first(int node) {
        return bounds[CLASSES * node];
    }

    /// The end of the node's arcs up to the class, exclusive.
    ///
    /// @param upTo 0, 1 or 2
    public int end(int node, int upTo) {
        return bounds[CLASSES * node + upTo + 1];
    }

    /// The beginning of the node's arcs of exactly the class.
    public int begin(int node, int ofClass) {
        return bounds[CLASSES * node + ofClass];
    }

    /// Where the arc leads.
    public int head(int arc) {
        return heads[arc];
    }

    /// Adds what the node's arcs of exactly the class lead to.
    public void addHeads(int node, int ofClass, IntList to) {
        to.addAll(heads, begin(node, ofClass), end(node, ofClass));
    }

    /// Where the arc begins. Takes time logarithmic in the nodes.
    public int tail(int arc) {
        int low = 0;
        int high = nodes() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first(middle) <= arc) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// The arc's class; logarithmic in the nodes.
    public int classOf(int arc) {
        int tail = tail(arc);
        int found = 0;
        while (arc >= end(tail, found)) {
            found++;
        }
        return found;
    }

    /// The number of the arc in the graph that this is the reverse of; in a graph that is none, the arc itself.
    public int origin(int arc) {
        return origins.length == 0 ? arc : origins[arc];
    }

    /// The same arcs the other way round. Rows keep the order of the forward arcs within a class.
    public Arcs reversed() {
        int[] slots = new int[size()];
        int[] tails = new int[size()];
        each((tail, arc, ofClass) -> {
            slots[arc] = Places.slot(heads[arc], ofClass);
            tails[arc] = tail;
        });
        Places places = new Places(nodes(), size(), arc -> slots[arc]);
        int[] reversedBounds = places.bounds();
        int[] reversedHeads = new int[size()];
        int[] numbers = new int[size()];
        for (int arc = 0; arc < size(); arc++) {
            int place = places.take(slots[arc]);
            reversedHeads[place] = tails[arc];
            numbers[place] = origin(arc);
        }
        return new Arcs(reversedBounds, reversedHeads, numbers);
    }

    /// Takes one arc with its class.
    @FunctionalInterface
    public interface Visitor {
        void arc(int tail, int arc, int ofClass);
    }

    /// All arcs in their order.
    public void each(Visitor visitor) {
        for (int node = 0; node < nodes(); node++) {
            for (int kind = 0; kind < CLASSES; kind++) {
                for (int arc = begin(node, kind); arc < end(node, kind); arc++) {
                    visitor.arc(node, arc, kind);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "Arcs[" + nodes() + " nodes, " + size() + " arcs]";
    }
}
