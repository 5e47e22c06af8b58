package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.rank.ReachWeights;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.model.estate.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// All identities by how much they reach. Exact.
public final class Ranking {
    private static final Comparator<Ranked> MOST_FIRST = Comparator.comparingLong(Ranked::certain)
            .thenComparingLong(Ranked::possible)
            .reversed()
            .thenComparing(Ranked::id);

    private Ranking() {}

    /// Those who certainly reach most first, then those who may. What is only unknown does not count.
    public static List<Ranked> of(EstateGraph estate, Weighting weighting) {
        AccessGraph graph = estate.graph();
        long[] weights = graph.entities().stream()
                .mapToLong(id -> weighting.of(id, estate.index()))
                .toArray();
        long[] certain = weights(graph, Certainty.CERTAIN, weights);
        long[] possible = weights(graph, Certainty.CONDITIONAL, weights);
        return estate.index().snapshot().identities().stream()
                .map(identity -> ranked(graph.node(identity.id()), identity, certain, possible))
                .sorted(MOST_FIRST)
                .toList();
    }

    private static long[] weights(AccessGraph graph, Certainty upTo, long... weights) {
        return ReachWeights.of(graph.forward(), AccessGraph.classOf(upTo), node -> weights[node]);
    }

    private static Ranked ranked(OptionalInt node, Identity identity, long[] certain, long[] possible) {
        int place = node.orElseThrow(() -> new IllegalStateException(identity.id() + " has no node"));
        return new Ranked(identity.id(), identity.name(), identity.kind(), certain[place], possible[place]);
    }
}
