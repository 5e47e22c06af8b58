package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.search.ShortestWays;
import dev.curfew.analysis.graph.search.Spread;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.route.EntityFacts;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Who gets to something: blast radius the other way round.
public final class WhoReaches {
    private static final Comparator<Reacher> SUREST_FIRST = Comparator.<Reacher, Certainty>comparing(
                    it -> it.path().certainty())
            .thenComparingInt(it -> it.path().steps().size())
            .thenComparing(Reacher::who);

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
        List<Reacher> reachers = new ArrayList<>(IntStream.range(1, spread.size())
                .map(spread::node)
                .mapToObj(node -> reacher(
                        graph.entity(node), Path.of(graph, ways.way(node).reversed())))
                .toList());
        for (ResourceId thing : estate.things()) {
            throughThing(thing, ways)
                    .filter(path -> !path.to().equals(thing))
                    .ifPresent(path -> reachers.add(reacher(thing, path)));
        }
        reachers.sort(SUREST_FIRST);
        return reachers;
    }

    /// A workload or a secret reaches what whoever has it in hand does.
    private Optional<Path> throughThing(ResourceId thing, ShortestWays ways) {
        return estate.inHand(thing).stream()
                .flatMap(first -> throughThing(first, ways).stream())
                .min(Comparator.comparing(Path::certainty)
                        .thenComparingInt(path -> path.steps().size()));
    }

    private Optional<Path> throughThing(Edge first, ShortestWays ways) {
        OptionalInt node = graph.node(first.to());
        if (node.isEmpty() || !ways.spread().reaches(node.getAsInt())) {
            return Optional.empty();
        }
        List<Edge> steps = new ArrayList<>(List.of(first));
        ways.way(node.getAsInt(), AccessGraph.classOf(first.certainty()))
                .reversed()
                .forEach(arc -> steps.add(graph.edge(arc)));
        return Optional.of(new Path(steps));
    }

    private Reacher reacher(EntityId who, Path path) {
        EntityFacts facts = EntityFacts.of(estate.index(), who);
        return new Reacher(who, facts.name(), facts.kind(), path);
    }
}
