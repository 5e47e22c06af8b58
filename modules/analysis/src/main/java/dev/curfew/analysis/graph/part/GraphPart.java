package dev.curfew.analysis.graph.part;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.search.Spread;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Some nodes of an access graph, and every step from one of them to another: no step is left out for a shorter way.
///
/// @param index what the nodes are
/// @param entities in the order of their ids
/// @param compared whether planned changes are laid over it: without, every step is kept
public record GraphPart(SnapshotIndex index, List<EntityId> entities, List<PartEdge> edges, boolean compared) {
    private static final int EVERY_CLASS = Arcs.CLASSES - 1;

    public GraphPart {
        entities = List.copyOf(entities);
        edges = List.copyOf(edges);
    }

    /// All of it.
    public static GraphPart whole(EstateGraph estate) {
        BitSet all = new BitSet();
        all.set(0, estate.graph().nodes());
        return of(estate, estate.graph(), all);
    }

    /// The starts and everything that who has all of them reaches.
    public static GraphPart from(EstateGraph estate, Collection<? extends EntityId> starts) {
        AccessGraph graph = estate.from(starts);
        return of(estate, graph, spread(graph.forward(), graph.nodes(starts)));
    }

    /// The targets and everybody who reaches one of them.
    public static GraphPart to(EstateGraph estate, Collection<? extends EntityId> targets) {
        AccessGraph graph = estate.graph();
        return of(estate, graph, spread(graph.backward(), graph.nodes(targets)));
    }

    /// Both, each step with what becomes of it.
    public static GraphPart compared(GraphPart before, GraphPart after) {
        Set<EntityId> entities = new TreeSet<>(before.entities);
        entities.addAll(after.entities);
        Set<Edge> now = edgesOf(before);
        Set<Edge> then = edgesOf(after);
        List<PartEdge> edges = new ArrayList<>(now.size());
        now.forEach(edge -> edges.add(new PartEdge(edge, Fate.of(true, then.contains(edge)))));
        then.stream().filter(edge -> !now.contains(edge)).forEach(edge -> edges.add(new PartEdge(edge, Fate.GAINED)));
        return new GraphPart(before.index, List.copyOf(entities), edges, true);
    }

    private static Set<Edge> edgesOf(GraphPart part) {
        Set<Edge> edges = LinkedHashSet.newLinkedHashSet(part.edges.size());
        part.edges.forEach(each -> edges.add(each.edge()));
        return edges;
    }

    private static BitSet spread(Arcs arcs, int... starts) {
        Spread spread = Spread.of(arcs, EVERY_CLASS, starts);
        BitSet reached = new BitSet(arcs.nodes());
        for (int i = 0; i < spread.size(); i++) {
            reached.set(spread.node(i));
        }
        return reached;
    }

    private static GraphPart of(EstateGraph estate, AccessGraph graph, BitSet nodes) {
        List<EntityId> entities = new ArrayList<>(nodes.cardinality());
        List<PartEdge> edges = new ArrayList<>();
        Arcs arcs = graph.forward();
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            EntityId from = graph.entity(node);
            entities.add(from);
            for (int arc = arcs.first(node); arc < arcs.end(node, EVERY_CLASS); arc++) {
                if (nodes.get(arcs.head(arc))) {
                    Edge edge = new Edge(from, graph.entity(arcs.head(arc)), graph.label(arc));
                    edges.add(new PartEdge(edge, Fate.KEPT));
                }
            }
        }
        return new GraphPart(estate.index(), entities, edges, false);
    }
}
