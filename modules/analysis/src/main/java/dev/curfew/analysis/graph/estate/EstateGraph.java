package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.AccessGraphUpdate;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.kept.KeptGraph;
import dev.curfew.analysis.graph.search.ShortestWays;
import dev.curfew.analysis.graph.search.Spread;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.analysis.reach.change.Concerned;
import dev.curfew.analysis.reach.route.ReachSearch;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// The access graph of one snapshot. Built once, on all processors; then safe for use by many threads.
public final class EstateGraph {
    private static final int EVERY_CLASS = Arcs.CLASSES - 1;

    private final SnapshotIndex index;
    private final BlastRadius radius;
    private final AccessGraph graph;

    private final long asked;

    private EstateGraph(SnapshotIndex index, BlastRadius radius, AccessGraph graph, long asked) {
        this.index = index;
        this.radius = radius;
        this.graph = graph;
        this.asked = asked;
    }

    /// @param radius of the same index
    public static EstateGraph of(SnapshotIndex index, BlastRadius radius) {
        Steps steps = new Steps(radius);
        return new EstateGraph(index, radius, steps.of(index.snapshot()), steps.asked());
    }

    /// The graph that was kept; empty where these bytes are none.
    ///
    /// @param kept of this snapshot, or one alike, by this program: see [KeptGraph]
    /// @param radius of the same index
    public static Optional<EstateGraph> kept(byte[] kept, SnapshotIndex index, BlastRadius radius) {
        return KeptGraph.read(kept, index.snapshot()).map(graph -> new EstateGraph(index, radius, graph, 0));
    }

    /// For [#kept].
    public byte[] toBytes() {
        return KeptGraph.write(graph, index.snapshot());
    }

    /// The graph of another snapshot: the same as if built anew, in less time the less has changed.
    public EstateGraph next(SnapshotIndex other) {
        return next(other, new BlastRadius(other));
    }

    /// @param otherRadius of the same index
    public EstateGraph next(SnapshotIndex other, BlastRadius otherRadius) {
        Concerned concerned = Concerned.of(index, radius.inside(), other, otherRadius.inside());
        Steps steps = new Steps(otherRadius);
        AccessGraph otherGraph = concerned.everybody()
                ? steps.of(other.snapshot())
                : steps.of(other.snapshot(), graph, Given.between(index, radius, other, otherRadius), concerned);
        return new EstateGraph(other, otherRadius, otherGraph, steps.asked());
    }

    /// How many had to be asked for their steps to make it; none where it was kept.
    public long asked() {
        return asked;
    }

    public SnapshotIndex index() {
        return index;
    }

    public AccessGraph graph() {
        return graph;
    }

    /// The graph for questions about what these reach together. A workload or a secret among them is in hand: its steps
    /// are what is in it. In [#graph] it has none, because whoever comes by a thing need not have what is in it.
    public AccessGraph from(Collection<? extends EntityId> starts) {
        if (starts.stream().allMatch(start -> radius.inHand(start).isEmpty())) {
            return graph;
        }
        AccessGraphUpdate around = new AccessGraphUpdate(graph, Set.of(), Set.of());
        for (EntityId start : starts) {
            around.steps(start, Row.of(start, radius.inHand(start)).steps());
        }
        return around.build();
    }

    /// What one step out of a thing leads to for whoever has it in hand.
    public List<Edge> inHand(ResourceId thing) {
        return Row.of(thing, radius.inHand(thing)).steps().stream()
                .map(step -> new Edge(thing, step.to(), step.label()))
                .toList();
    }

    /// Everything that has something inside.
    public Collection<ResourceId> things() {
        return radius.inside().things();
    }

    /// The same answer as [BlastRadius#of].
    public Reach reach(EntityId from) {
        AccessGraph around = from(List.of(from));
        OptionalInt start = around.node(from);
        return start.isPresent() ? radius.reach(from, paths(around, start.getAsInt())) : radius.of(from);
    }

    /// What somebody reaches who has all of these at once: each thing by the surest of the shortest paths from any of
    /// them.
    public List<Reached> reach(Collection<? extends EntityId> from) {
        return from.isEmpty() ? List.of() : together(List.copyOf(from)).reached();
    }

    /// The same, with what could not be read, as an answer about the first of them.
    ///
    /// @param from at least one
    public Reach together(List<? extends EntityId> from) {
        if (from.size() == 1) {
            return reach(from.getFirst());
        }
        AccessGraph around = from(from);
        int[] starts = around.nodes(from);
        return radius.reach(from.getFirst(), starts.length == 0 ? List.of() : paths(around, starts));
    }

    private static List<ReachSearch.Path> paths(AccessGraph graph, int... starts) {
        ShortestWays ways = ShortestWays.of(graph.forward(), graph.backward(), EVERY_CLASS, starts);
        Spread spread = ways.spread();
        Comparator<Integer> surestFirst = Comparator.<Integer>comparingInt(spread::classOf)
                .thenComparingInt(ways::length)
                .thenComparingInt(node -> node);
        return IntStream.range(0, spread.size())
                .map(spread::node)
                .filter(node -> ways.length(node) > 0)
                .boxed()
                .sorted(surestFirst)
                .map(node -> path(graph, ways, node))
                .toList();
    }

    private static ReachSearch.Path path(AccessGraph graph, ShortestWays ways, int node) {
        List<Hop> hops = new ArrayList<>();
        for (int arc : ways.way(node)) {
            hops.addAll(graph.edge(arc).hops());
        }
        return new ReachSearch.Path(
                graph.entity(node), AccessGraph.certainty(ways.spread().classOf(node)), List.copyOf(hops));
    }
}
