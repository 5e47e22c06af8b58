package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.route.Whole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The identities that control an account, a server or a cluster, and those one step away from such an identity.
/// What is only unknown is left out.
public final class Administrators {
    private static final int SURE_ENOUGH = AccessGraph.classOf(Certainty.CONDITIONAL);
    private static final Comparator<Edge> SHORTEST =
            Comparator.<Edge>comparingInt(edge -> edge.label().via().size()).thenComparing(Edge::to);

    private final AccessGraph graph;
    private final Map<IdentityId, Edge> direct = new LinkedHashMap<>();
    private final Map<IdentityId, Edge> near = new LinkedHashMap<>();

    public Administrators(EstateGraph estate) {
        graph = estate.graph();
        look(estate, node -> isWhole(graph.entity(node)), direct);
        BitSet administrators = new BitSet();
        direct.keySet().forEach(id -> graph.node(id).ifPresent(administrators::set));
        look(estate, administrators::get, near);
    }

    /// By which step the identity controls an account, a server or a cluster by itself.
    public Optional<Edge> direct(IdentityId id) {
        return Optional.ofNullable(direct.get(id));
    }

    /// By which step the identity becomes one that does.
    public Optional<Edge> oneStepAway(IdentityId id) {
        return Optional.ofNullable(near.get(id));
    }

    /// Of those who are not found to be administrators by themselves.
    private void look(EstateGraph estate, IntPredicate wanted, Map<IdentityId, Edge> found) {
        for (Identity identity : estate.index().snapshot().identities()) {
            if (!direct.containsKey(identity.id())) {
                graph.node(identity.id()).stream()
                        .mapToObj(node -> best(node, wanted))
                        .flatMap(Optional::stream)
                        .forEach(edge -> found.put(identity.id(), edge));
            }
        }
    }

    /// The surest, then shortest step to a target of the wanted kind.
    private Optional<Edge> best(int node, IntPredicate wanted) {
        Arcs arcs = graph.forward();
        return IntStream.rangeClosed(0, SURE_ENOUGH)
                .mapToObj(ofClass -> IntStream.range(arcs.begin(node, ofClass), arcs.end(node, ofClass))
                        .filter(arc -> wanted.test(arcs.head(arc)))
                        .mapToObj(graph::edge)
                        .min(SHORTEST))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isWhole(EntityId id) {
        return id instanceof ResourceId resource && Whole.isWhole(resource);
    }
}
