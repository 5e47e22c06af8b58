package dev.curfew.analysis.graph;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.IntList;
import dev.curfew.analysis.graph.array.Rows;
import dev.curfew.analysis.graph.search.Spread;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// A graph in the making out of an earlier one: all steps are there that are not in question. Rows that do not change
/// are copied as they are. Not for use by two threads at once.
public final class AccessGraphUpdate implements StepSink {
    private final AccessGraph before;
    private final BitSet targets;
    private final BitSet given;

    /// Nodes that the earlier graph has not got, numbered from its end.
    private final List<EntityId> more = new ArrayList<>();

    private final Map<EntityId, Integer> numbers = new HashMap<>();
    private final LabelNumbers labels;

    /// The nodes whose rows are put together from [#edges].
    private final BitSet anew;

    private final EdgeLists edges = new EdgeLists();

    /// @param principals whose steps are all in question
    /// @param targets to which everybody's steps are
    public AccessGraphUpdate(AccessGraph before, Set<EntityId> principals, Set<EntityId> targets) {
        this.before = before;
        this.targets = nodes(before, targets);
        given = before.given();
        labels = new LabelNumbers(before.labels());
        anew = nodes(before, principals);
        Arcs backward = before.backward();
        this.targets.stream().forEach(target -> {
            for (int arc = backward.first(target); arc < backward.end(target, Arcs.CLASSES - 1); arc++) {
                change(backward.head(arc));
            }
        });
    }

    private static BitSet nodes(AccessGraph graph, Set<EntityId> ids) {
        BitSet nodes = new BitSet(graph.nodes());
        for (int node : graph.nodes(ids)) {
            nodes.set(node);
        }
        return nodes;
    }

    /// A node that is there whether or not a step leads to it.
    public void node(EntityId id) {
        given.set(number(id));
    }

    /// It is not in the estate any more, and stays only as what steps lead to.
    public void gone(EntityId id) {
        given.clear(number(id));
    }

    @Override
    public void steps(EntityId from, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        int tail = number(from);
        change(tail);
        edges.add(tail, steps, labels, this::number);
    }

    /// Of the nodes that the earlier graph has not got.
    @Override
    public int known() {
        return more.size();
    }

    @Override
    public List<EntityId> since(int known) {
        return List.copyOf(more.subList(known, more.size()));
    }

    /// Takes the steps of a row that are not in question, to put others beside them.
    private void change(int node) {
        if (anew.get(node)) {
            return;
        }
        anew.set(node);
        Arcs arcs = before.forward();
        for (int ofClass = 0; node < before.nodes() && ofClass < Arcs.CLASSES; ofClass++) {
            for (int arc = arcs.begin(node, ofClass); arc < arcs.end(node, ofClass); arc++) {
                if (!targets.get(arcs.head(arc))) {
                    edges.add(node, arcs.head(arc), before.labelNumber(arc), ofClass);
                }
            }
        }
    }

    private int number(EntityId id) {
        OptionalInt earlier = before.node(id);
        if (earlier.isPresent()) {
            return earlier.getAsInt();
        }
        return numbers.computeIfAbsent(id, _ -> {
            more.add(id);
            return before.nodes() + more.size() - 1;
        });
    }

    private EntityId entity(int number) {
        return number < before.nodes() ? before.entity(number) : more.get(number - before.nodes());
    }

    public AccessGraph build() {
        int size = before.nodes() + more.size();
        int[] all = IntStream.range(0, size).toArray();
        Whole whole = arranged(all, all);
        Spread used = Spread.of(whole.arcs, Arcs.CLASSES - 1, given.stream().toArray());
        if (more.isEmpty() && used.size() == size) {
            return new AccessGraph(before.entities(), given, whole.arcs, labels.labels(), whole.labels);
        }
        int[] sorted = IntStream.range(0, size)
                .filter(used::reaches)
                .boxed()
                .sorted(Comparator.comparing(this::entity))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] places = new int[size];
        BitSet givenPlaces = new BitSet(sorted.length);
        List<EntityId> entities = new ArrayList<>(sorted.length);
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = place;
            givenPlaces.set(place, given.get(sorted[place]));
            entities.add(entity(sorted[place]));
        }
        whole = arranged(sorted, places);
        return new AccessGraph(entities, givenPlaces, whole.arcs, labels.labels(), whole.labels);
    }

    private record Whole(Arcs arcs, IntList labels) {}

    /// @param nodes those that are there, by their places
    /// @param places of those
    private Whole arranged(int[] nodes, int... places) {
        BitSet there = new BitSet(places.length);
        for (int node : nodes) {
            there.set(node, anew.get(node));
        }
        EdgeLists.Packed changed = edges.pack(nodes.length, there, places);
        Rows rows = new Rows(nodes.length);
        IntList labelOfArc = new IntList();
        for (int place = 0; place < nodes.length; place++) {
            int node = nodes[place];
            if (anew.get(node) || node >= before.nodes()) {
                rows.add(changed.arcs(), place, head -> head);
                for (int arc = changed.arcs().first(place); arc < changed.arcs().end(place, Arcs.CLASSES - 1); arc++) {
                    labelOfArc.add(changed.labels().get(arc));
                }
            } else {
                rows.add(before.forward(), node, head -> places[head]);
                for (int arc = before.forward().first(node);
                        arc < before.forward().end(node, Arcs.CLASSES - 1);
                        arc++) {
                    labelOfArc.add(before.labelNumber(arc));
                }
            }
        }
        return new Whole(rows.build(), labelOfArc);
    }
}
