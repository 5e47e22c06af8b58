package dev.curfew.analysis.graph;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.ArcsBuilder;
import dev.curfew.analysis.graph.array.IntList;
import dev.curfew.analysis.graph.search.Spread;
import dev.curfew.model.id.EntityId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;

/// Edges in the order in which they came, as numbers.
final class EdgeLists {
    private final IntList tails = new IntList();
    private final IntList heads = new IntList();
    private final IntList labels = new IntList();
    private final IntList classes = new IntList();

    void add(int tail, int head, int label, int ofClass) {
        tails.add(tail);
        heads.add(head);
        labels.add(label);
        classes.add(ofClass);
    }

    /// All steps from one node.
    ///
    /// @param labels gives those of the steps their numbers
    /// @param nodes likewise what they lead to
    void add(int tail, List<Step> steps, LabelNumbers labels, ToIntFunction<EntityId> nodes) {
        int[] numbers = labels.of(steps);
        for (int i = 0; i < numbers.length; i++) {
            Step step = steps.get(i);
            add(
                    tail,
                    nodes.applyAsInt(step.to()),
                    numbers[i],
                    AccessGraph.classOf(step.label().certainty()));
        }
    }

    /// Arcs with the label of each.
    record Packed(Arcs arcs, IntList labels) {}

    /// What is reached from the given nodes, themselves among it.
    BitSet reached(int nodes, BitSet given) {
        ArcsBuilder arcs = new ArcsBuilder(nodes);
        for (int i = 0; i < tails.size(); i++) {
            arcs.add(tails.get(i), heads.get(i), 0);
        }
        Spread spread = Spread.of(arcs.build().arcs(), 0, given.stream().toArray());
        BitSet reached = new BitSet(nodes);
        for (int i = 0; i < spread.size(); i++) {
            reached.set(spread.node(i));
        }
        return reached;
    }

    /// Packs the edges of the nodes that are used, each row by its heads.
    ///
    /// @param nodes how many are used
    /// @param places what the used nodes' numbers become
    Packed pack(int nodes, BitSet used, int... places) {
        ArcsBuilder arcs = new ArcsBuilder(nodes);
        IntList added = new IntList();
        int[] lastHead = new int[nodes];
        int[] lastLabel = new int[nodes];
        Arrays.fill(lastHead, -1);
        for (int edge : byHead(nodes, used, places)) {
            int tail = places[tails.get(edge)];
            int head = places[heads.get(edge)];
            if (lastHead[tail] != head || lastLabel[tail] != labels.get(edge)) {
                arcs.add(tail, head, classes.get(edge));
                added.add(labels.get(edge));
            }
            lastHead[tail] = head;
            lastLabel[tail] = labels.get(edge);
        }
        ArcsBuilder.Built built = arcs.build();
        int[] labelOfArc = new int[added.size()];
        for (int i = 0; i < added.size(); i++) {
            labelOfArc[built.places().get(i)] = added.get(i);
        }
        return new Packed(built.arcs(), IntList.of(labelOfArc));
    }

    private int[] byHead(int nodes, BitSet used, int... places) {
        ArcsBuilder byHead = new ArcsBuilder(nodes);
        IntList sorted = new IntList();
        for (int edge = 0; edge < tails.size(); edge++) {
            if (used.get(tails.get(edge))) {
                byHead.add(places[heads.get(edge)], places[tails.get(edge)], 0);
                sorted.add(edge);
            }
        }
        IntList where = byHead.build().places();
        int[] order = new int[sorted.size()];
        for (int i = 0; i < order.length; i++) {
            order[where.get(i)] = sorted.get(i);
        }
        return order;
    }
}
