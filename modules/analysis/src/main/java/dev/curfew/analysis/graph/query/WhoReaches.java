package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.search.ShortestWays;
import dev.curfew.analysis.graph.search.Spread;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.model.id.EntityId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Who gets to something: blast radius the other way round.
public final class WhoReaches {
    private final EstateGraph estate;
    private final AccessGraph graph;

    public WhoReaches(EstateGraph estate) {
        this.estate = estate;
        graph = estate.graph();
    }

    /// Everybody who reaches it: surest first, then nearest, then by id. Empty for what nobody reaches and what the
    /// estate does not hold.
    public List<Reacher> of(EntityId target) {
        OptionalInt node = graph.node(target);
        return node.isPresent() ? of(node.getAsInt()) : List.of();
    }

    private List<Reacher> of(int target) {
        // from the target, against the arrows
        ShortestWays ways = ShortestWays.of(
                /* forward= */ graph.backward(), /* backward= */ graph.forward(), Arcs.CLASSES - 1, target);
        Spread spread = ways.spread();
        Comparator<Integer> surestFirst = Comparator.<Integer>comparingInt(spread::classOf)
                .thenComparingInt(ways::length)
                .thenComparingInt(node -> node);
        return IntStream.range(1, spread.size())
                .map(spread::node)
                .boxed()
                .sorted(surestFirst)
                .map(node -> reacher(node, ways.way(node).reversed()))
                .toList();
    }

    private Reacher reacher(int node, List<Integer> way) {
        EntityId who = graph.entity(node);
        EntityFacts facts = EntityFacts.of(estate.index(), who);
        return new Reacher(who, facts.name(), facts.kind(), Path.of(graph, way));
    }
}
