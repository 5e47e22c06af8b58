package dev.curfew.analysis.graph;

import dev.curfew.analysis.graph.array.ArcsBuilder;
import dev.curfew.analysis.graph.array.IntList;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Packs steps into a graph. Nodes may be added in any order; a node's edges to the same target keep theirs, and of
/// neighbours alike one stays. Not for use by two threads at once.
public final class AccessGraphBuilder {
    private final Map<EntityId, Integer> numbers = new HashMap<>();
    private final List<EntityId> entities = new ArrayList<>();
    private final Map<EdgeLabel, Integer> labelNumbers = new HashMap<>();
    private final List<EdgeLabel> labels = new ArrayList<>();
    private final IntList classes = new IntList();
    private final IntList tails = new IntList();
    private final IntList heads = new IntList();
    private final IntList labelOf = new IntList();

    public AccessGraphBuilder node(EntityId id) {
        number(id);
        return this;
    }

    public AccessGraphBuilder edge(EntityId from, EntityId to, EdgeLabel label) {
        tails.add(number(from));
        heads.add(number(to));
        labelOf.add(labelNumber(label));
        return this;
    }

    private int number(EntityId id) {
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
        classes.add(AccessGraph.classOf(label.certainty()));
        return labels.size() - 1;
    }

    public AccessGraph build() {
        List<EntityId> sorted = new ArrayList<>(entities);
        sorted.sort(EntityId.ORDER);
        int[] places = new int[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            places[number(sorted.get(i))] = i;
        }
        int[] order = byHead(places);
        ArcsBuilder arcs = new ArcsBuilder(sorted.size());
        IntList added = new IntList();
        Alike alike = new Alike(sorted.size());
        for (int edge : order) {
            int tail = places[tails.get(edge)];
            int head = places[heads.get(edge)];
            if (alike.isNew(tail, head, labelOf.get(edge))) {
                arcs.add(tail, head, classes.get(labelOf.get(edge)));
                added.add(edge);
            }
        }
        ArcsBuilder.Built built = arcs.build();
        int[] labelOfArc = new int[added.size()];
        for (int i = 0; i < added.size(); i++) {
            labelOfArc[built.places().get(i)] = labelOf.get(added.get(i));
        }
        return new AccessGraph(sorted, built.arcs(), labels, IntList.of(labelOfArc));
    }

    /// The edges by their heads' places: packed into rows, each row is then in that order.
    private int[] byHead(int[] places) {
        ArcsBuilder byHead = new ArcsBuilder(places.length);
        for (int edge = 0; edge < heads.size(); edge++) {
            byHead.add(places[heads.get(edge)], places[tails.get(edge)], 0);
        }
        IntList where = byHead.build().places();
        int[] order = new int[heads.size()];
        for (int edge = 0; edge < order.length; edge++) {
            order[where.get(edge)] = edge;
        }
        return order;
    }

    /// Finds edges that were there already: a tail's edges to one head come one after another.
    private static final class Alike {
        private final int[] lastHead;
        private final int[] lastLabel;

        Alike(int nodes) {
            lastHead = new int[nodes];
            lastLabel = new int[nodes];
            Arrays.fill(lastHead, -1);
        }

        boolean isNew(int tail, int head, int label) {
            boolean known = lastHead[tail] == head && lastLabel[tail] == label;
            lastHead[tail] = head;
            lastLabel[tail] = label;
            return !known;
        }
    }
}
