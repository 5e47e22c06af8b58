package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.way.Way;
import dev.curfew.analysis.graph.way.Ways;
import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.OptionalInt;

/// The ways from one thing to another, told apart.
public final class Explanations {
    /// Nobody reads more, and each costs a search at every step of those before it.
    public static final int MAX = 100;

    private final AccessGraph graph;
    private final Ways ways;

    public Explanations(AccessGraph graph) {
        this.graph = graph;
        ways = new Ways(graph.forward(), graph.backward(), Arcs.CLASSES - 1);
    }

    /// The surest, then shortest.
    ///
    /// @param max how many at most
    public List<Path> shortest(EntityId from, EntityId to, int max) {
        return find(from, to, (start, end) -> ways.shortest(start, end, Math.min(max, MAX)));
    }

    /// Ways that share as few steps as can be with those before them.
    public List<Path> different(EntityId from, EntityId to, int max) {
        return find(from, to, (start, end) -> ways.different(start, end, Math.min(max, MAX)));
    }

    private interface Finding {
        List<Way> ways(int from, int to);
    }

    private List<Path> find(EntityId from, EntityId to, Finding finding) {
        OptionalInt start = graph.node(from);
        OptionalInt end = graph.node(to);
        if (start.isEmpty() || end.isEmpty() || from.equals(to)) {
            return List.of();
        }
        return finding.ways(start.getAsInt(), end.getAsInt()).stream()
                .map(way -> Path.of(graph, way.arcs()))
                .toList();
    }
}
