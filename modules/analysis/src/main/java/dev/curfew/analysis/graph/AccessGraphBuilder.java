package dev.curfew.analysis.graph;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.IntList;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Puts steps together to a graph, anew or on top of an earlier one. Not for use by two threads at once.
///
/// Nodes are those that were given, and what steps lead to from there. They may come in any order; a node's edges to
/// the
/// same target keep theirs, and of neighbours alike one stays.
public final class AccessGraphBuilder {
    private final AccessGraph before;
    private final Map<EntityId, Integer> numbers = new HashMap<>();
    private final List<EntityId> entities;
    private final Map<EdgeLabel, Integer> labelNumbers = new HashMap<>();
    private final List<EdgeLabel> labels;
    private final BitSet given;
    private final EdgeLists edges = new EdgeLists();

    public AccessGraphBuilder() {
        this(AccessGraph.EMPTY);
    }

    /// @param before whose nodes and labels keep their numbers until all is built; its edges are there only where
    ///     copied
    AccessGraphBuilder(AccessGraph before) {
        this.before = before;
        entities = new ArrayList<>(before.entities());
        labels = new ArrayList<>(before.labels());
        given = before.given();
    }

    /// A node that is there whether or not a step leads to it.
    public AccessGraphBuilder node(EntityId id) {
        given.set(number(id));
        return this;
    }

    /// A node that is there only if a step leads to it.
    AccessGraphBuilder gone(EntityId id) {
        given.clear(number(id));
        return this;
    }

    public AccessGraphBuilder edge(EntityId from, EntityId to, EdgeLabel label) {
        edges.add(number(from), number(to), labelNumber(label), AccessGraph.classOf(label.certainty()));
        return this;
    }

    /// The earlier graph's edges of a node, but to those heads.
    ///
    /// @param node its number in the earlier graph
    AccessGraphBuilder copy(int node, IntPredicate heads) {
        Arcs arcs = before.forward();
        for (int ofClass = 0; ofClass < Arcs.CLASSES; ofClass++) {
            for (int arc = arcs.begin(node, ofClass); arc < arcs.end(node, ofClass); arc++) {
                if (heads.test(arcs.head(arc))) {
                    edges.add(node, arcs.head(arc), before.labelNumber(arc), ofClass);
                }
            }
        }
        return this;
    }

    private int number(EntityId id) {
        OptionalInt earlier = before.node(id);
        if (earlier.isPresent()) {
            return earlier.getAsInt();
        }
        Integer known = numbers.putIfAbsent(id, entities.size());
        if (known != null) {
            return known;
        }
        entities.add(id);
        return entities.size() - 1;
    }

    private int labelNumber(EdgeLabel label) {
        Integer known = labelNumbers.putIfAbsent(label, labels.size());
        if (known != null) {
            return known;
        }
        labels.add(label);
        return labels.size() - 1;
    }

    public AccessGraph build() {
        BitSet used = edges.reached(entities.size(), given);
        List<EntityId> sorted = new ArrayList<>(used.cardinality());
        used.stream().forEach(number -> sorted.add(entities.get(number)));
        sorted.sort(EntityId.ORDER);
        int[] places = new int[entities.size()];
        BitSet givenPlaces = new BitSet(sorted.size());
        for (int place = 0; place < sorted.size(); place++) {
            int number = number(sorted.get(place));
            places[number] = place;
            givenPlaces.set(place, given.get(number));
        }
        EdgeLists.Packed packed = edges.pack(sorted.size(), used, places);
        return new AccessGraph(
                sorted,
                givenPlaces,
                packed.arcs(),
                labels,
                IntList.of(packed.labels().toArray()));
    }
}
