package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.id.EntityId;
import java.util.ArrayList;
import java.util.List;

/// Steps that follow one another.
public record Path(List<Edge> steps) {

    public Path {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path has steps");
        }
    }

    static Path of(AccessGraph graph, List<Integer> arcs) {
        return new Path(arcs.stream().map(graph::edge).toList());
    }

    public EntityId from() {
        return steps.getFirst().from();
    }

    public EntityId to() {
        return steps.getLast().to();
    }

    /// That of its least sure step.
    public Certainty certainty() {
        return steps.stream().map(Edge::certainty).reduce(Certainty.CERTAIN, Certainty::and);
    }

    /// The steps in detail, through groups and policies.
    public List<Hop> hops() {
        List<Hop> hops = new ArrayList<>();
        steps.forEach(step -> hops.addAll(step.hops()));
        return hops;
    }
}
