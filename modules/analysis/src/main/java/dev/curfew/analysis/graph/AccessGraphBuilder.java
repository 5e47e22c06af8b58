package dev.curfew.analysis.graph;

import dev.curfew.analysis.graph.array.IntList;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts steps together to a graph. Not for use by two threads at once.
///
/// Nodes are those that were given, and what steps lead to from there. They may come in any order; of neighbours alike
/// one stays.
public final class AccessGraphBuilder implements StepSink {
    private final Map<EntityId, Integer> numbers = new HashMap<>();
    private final List<EntityId> entities = new ArrayList<>();
    private final LabelNumbers labels = new LabelNumbers(List.of());
    private final BitSet given = new BitSet();
    private final EdgeLists edges = new EdgeLists();

    /// A node that is there whether or not a step leads to it.
    public AccessGraphBuilder node(EntityId id) {
        given.set(number(id));
        return this;
    }

    @Override
    public void steps(EntityId from, List<Step> steps) {
        edges.add(number(from), steps, labels, this::number);
    }

    @Override
    public int known() {
        return entities.size();
    }

    @Override
    public List<EntityId> since(int known) {
        return List.copyOf(entities.subList(known, entities.size()));
    }

    private int number(EntityId id) {
        Integer known = numbers.putIfAbsent(id, entities.size());
        if (known != null) {
            return known;
        }
        entities.add(id);
        return entities.size() - 1;
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
                labels.labels(),
                IntList.of(packed.labels().toArray()));
    }
}
