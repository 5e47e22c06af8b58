package dev.curfew.analysis.graph.whatif;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.EdgeLabel;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// The steps that one graph has and another has not. A step that another policy allows as well is not lost with the
/// first.
record StepChanges(List<Edge> lost, List<Edge> gained) {

    /// What a step does, whichever policy allows it.
    private record Deed(EntityId to, HopKind kind, String actions) {
        static Deed of(Edge edge) {
            return new Deed(edge.to(), edge.label().kind(), edge.label().actions());
        }
    }

    StepChanges {
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
    }

    static StepChanges between(AccessGraph before, AccessGraph after) {
        return new StepChanges(missing(before, after), missing(after, before));
    }

    /// Row by row; rows alike, as nearly all are, cost a look at their numbers.
    private static List<Edge> missing(AccessGraph from, AccessGraph in) {
        int[] places = places(from, in);
        List<Edge> missing = new ArrayList<>();
        for (int node = 0; node < from.nodes(); node++) {
            if (!isAlike(from, node, in, places)) {
                Set<Deed> others = new HashSet<>();
                if (places[node] >= 0) {
                    row(in, places[node]).forEach(edge -> others.add(Deed.of(edge)));
                }
                row(from, node).stream()
                        .filter(edge -> !others.contains(Deed.of(edge)))
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    /// Where each node of one graph is in the other, -1 for nowhere: both are sorted.
    private static int[] places(AccessGraph from, AccessGraph in) {
        if (from.entities().equals(in.entities())) {
            return IntStream.range(0, from.nodes()).toArray();
        }
        int[] places = new int[from.nodes()];
        int next = 0;
        for (int node = 0; node < places.length; node++) {
            EntityId id = from.entity(node);
            boolean beside = next < in.nodes() && in.entity(next).equals(id);
            OptionalInt found = beside ? OptionalInt.of(next) : in.node(id);
            places[node] = found.orElse(-1);
            next = places[node] < 0 ? next : places[node] + 1;
        }
        return places;
    }

    private static boolean isAlike(AccessGraph from, int node, AccessGraph in, int... places) {
        Arcs arcs = from.forward();
        Arcs others = in.forward();
        int all = Arcs.CLASSES - 1;
        int size = arcs.end(node, all) - arcs.first(node);
        int other = places[node];
        if (size == 0) {
            return true;
        }
        if (other < 0 || others.end(other, all) - others.first(other) != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            int one = arcs.first(node) + i;
            int two = others.first(other) + i;
            if (places[arcs.head(one)] != others.head(two) || !isAlike(from.label(one), in.label(two))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // a graph that came out of another shares its labels
    private static boolean isAlike(EdgeLabel one, EdgeLabel other) {
        return one == other || one.equals(other);
    }

    private static List<Edge> row(AccessGraph graph, int node) {
        List<Edge> row = new ArrayList<>();
        for (int arc = graph.forward().first(node); arc < graph.forward().end(node, Arcs.CLASSES - 1); arc++) {
            row.add(graph.edge(arc));
        }
        return row;
    }
}
