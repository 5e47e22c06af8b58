package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.choke.ChokePoints;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.model.id.EntityId;
import java.util.Collection;
import java.util.List;

/// Which single step, cut, shrinks a reach most.
public final class Chokes {
    private final EstateGraph estate;
    private final Weighting weighting;

    public Chokes(EstateGraph estate, Weighting weighting) {
        this.estate = estate;
        this.weighting = weighting;
    }

    /// Those that take away the most weight first. What is reached in two ways at once is on nobody's list.
    public List<Choke> of(Collection<EntityId> starts) {
        AccessGraph graph = estate.from(starts);
        return ChokePoints.of(
                        graph.forward(),
                        graph.backward(),
                        Arcs.CLASSES - 1,
                        node -> weighting.of(graph.entity(node), estate.index()),
                        graph.nodes(starts))
                .stream()
                .map(point -> new Choke(graph.edge(point.arc()), point.nodes(), point.weight()))
                .toList();
    }

    /// Those without which fewest reach the target: each reacher counts for one, and weighs as much as another.
    public List<Choke> towards(EntityId target) {
        AccessGraph graph = estate.graph();
        // from the target, against the arrows; arcs keep their numbers
        return ChokePoints.of(
                        /* forward= */ graph.backward(),
                        /* backward= */ graph.forward(),
                        Arcs.CLASSES - 1,
                        _ -> 1,
                        graph.nodes(List.of(target)))
                .stream()
                .map(point -> new Choke(graph.edge(point.arc()), point.nodes(), point.weight()))
                .toList();
    }
}
