package dev.curfew.analysis.graph;

import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.array.ArcsBuilder;
import dev.curfew.analysis.graph.array.IntList;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.model.id.EntityId;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/// Every single step in an estate. Nodes are numbered in the order of their ids; an arc's class is its certainty.
/// Never changed; safe for use by many threads.
public final class AccessGraph {
    private static final List<Certainty> CLASSES = List.of(Certainty.CERTAIN, Certainty.CONDITIONAL, Certainty.UNKNOWN);

    /// Nobody and nothing.
    public static final AccessGraph EMPTY =
            new AccessGraph(List.of(), new BitSet(), new ArcsBuilder(0).build().arcs(), List.of(), new IntList());

    private final List<EntityId> entities;
    private final BitSet given;
    private final Arcs forward;
    private final Arcs backward;
    private final List<EdgeLabel> labels;
    private final IntList labelOfArc;

    /// @param entities sorted
    /// @param given the nodes that are there whether or not a step leads to them
    /// @param labelOfArc for each arc the index of its label
    AccessGraph(List<EntityId> entities, BitSet given, Arcs forward, List<EdgeLabel> labels, IntList labelOfArc) {
        this.entities = List.copyOf(entities);
        this.given = (BitSet) given.clone();
        this.forward = forward;
        this.backward = forward.reversed();
        this.labels = List.copyOf(labels);
        this.labelOfArc = labelOfArc;
    }

    /// A graph that was taken apart.
    ///
    /// @param entities sorted
    /// @param given the nodes that are there whether or not a step leads to them
    /// @param labelOfArc for each arc the index of its label
    public static AccessGraph restored(
            List<EntityId> entities, BitSet given, Arcs forward, List<EdgeLabel> labels, IntList labelOfArc) {
        if (forward.nodes() != entities.size() || forward.size() != labelOfArc.size()) {
            throw new IllegalArgumentException("the parts are not of one graph");
        }
        return new AccessGraph(entities, given, forward, labels, labelOfArc);
    }

    public int nodes() {
        return entities.size();
    }

    public int edges() {
        return forward.size();
    }

    public List<EntityId> entities() {
        return entities;
    }

    public EntityId entity(int node) {
        return entities.get(node);
    }

    /// The entity's node; empty for one that takes part in no step and is none of the estate's principals.
    public OptionalInt node(EntityId id) {
        int place = Collections.binarySearch(entities, id);
        return place >= 0 && entities.get(place).equals(id) ? OptionalInt.of(place) : OptionalInt.empty();
    }

    /// The nodes of those that have one.
    public int[] nodes(Collection<? extends EntityId> ids) {
        return ids.stream().map(this::node).flatMapToInt(OptionalInt::stream).toArray();
    }

    /// The nodes that are there whether or not a step leads to them.
    public BitSet given() {
        return (BitSet) given.clone();
    }

    public Arcs forward() {
        return forward;
    }

    /// The same arcs the other way round.
    public Arcs backward() {
        return backward;
    }

    public EdgeLabel label(int arc) {
        return labels.get(labelOfArc.get(arc));
    }

    /// The label's number: arcs alike have the same.
    public int labelNumber(int arc) {
        return labelOfArc.get(arc);
    }

    public List<EdgeLabel> labels() {
        return labels;
    }

    public Edge edge(int arc) {
        return new Edge(entity(forward.tail(arc)), entity(forward.head(arc)), label(arc));
    }

    public static Certainty certainty(int ofClass) {
        return CLASSES.get(ofClass);
    }

    /// The class of arcs that are this sure.
    public static int classOf(Certainty certainty) {
        return CLASSES.indexOf(certainty);
    }
}
