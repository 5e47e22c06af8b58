package dev.curfew.analysis.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Questions to estates, against the search over the evaluators.
class QueriesTest {
    private static final int ESTATES = 100;

    private record Fact(EntityId from, EntityId to, Certainty certainty) {}

    @Test
    void whoReachesIsBlastRadiusTurnedRound() {
        for (int seed = 0; seed < ESTATES; seed++) {
            EstateGraph estate = estate(seed);
            BlastRadius radius = new BlastRadius(estate.index());
            WhoReaches who = new WhoReaches(estate);
            Set<Fact> forward = new HashSet<>();
            Set<Fact> backward = new HashSet<>();
            for (EntityId id : estate.graph().entities()) {
                radius.of(id).reached().forEach(it -> forward.add(new Fact(id, it.target(), it.certainty())));
                who.of(id)
                        .forEach(it ->
                                backward.add(new Fact(it.who(), id, it.path().certainty())));
            }

            assertThat(backward).as("seed %d", seed).isEqualTo(forward);
        }
    }

    @Test
    void theFirstExplanationIsAsSureAndShortAsTheReachTells() {
        for (int seed = 0; seed < ESTATES; seed++) {
            EstateGraph estate = estate(seed);
            EntityId from = seed % 2 == 0
                    ? estate.index().snapshot().credentials().getFirst().id()
                    : List.copyOf(estate.things()).get(seed % estate.things().size());
            Explanations explanations = new Explanations(estate.from(List.of(from)));
            for (Reached reached : estate.reach(from).reached()) {
                List<Path> paths = explanations.shortest(from, reached.target(), 3);

                assertThat(paths.getFirst().certainty()).as("seed %d", seed).isEqualTo(reached.certainty());
                assertThat(paths).as("seed %d", seed).allSatisfy(path -> {
                    assertThat(path.from()).isEqualTo(from);
                    assertThat(path.to()).isEqualTo(reached.target());
                });
            }
        }
    }

    @Test
    void anIdentityIsRankedByWhatItsReachWeighs() {
        for (int seed = 0; seed < ESTATES; seed++) {
            EstateGraph estate = estate(seed);
            SnapshotIndex index = estate.index();
            BlastRadius radius = new BlastRadius(index);
            Map<EntityId, List<Long>> expected = new HashMap<>();
            for (Identity identity : index.snapshot().identities()) {
                List<Reached> reached = radius.of(identity.id()).reached();
                expected.put(
                        identity.id(),
                        List.of(
                                weight(reached, Certainty.CERTAIN, index),
                                weight(reached, Certainty.CONDITIONAL, index)));
            }
            Map<EntityId, List<Long>> told = new HashMap<>();
            Ranking.of(estate, Weighting.DEFAULT)
                    .forEach(it -> told.put(it.id(), List.of(it.certain(), it.possible())));

            assertThat(told).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void aStepThatHoldsAllWaysToATargetTogetherIsOneWhoseLossCutsThem() {
        for (int seed = 0; seed < ESTATES / 10; seed++) {
            EstateGraph estate = estate(seed);
            for (EntityId target : estate.graph().entities()) {
                Map<Edge, Integer> expected = new HashMap<>();
                int all = reachers(estate.graph(), target, -1);
                for (int arc = 0; arc < estate.graph().edges(); arc++) {
                    int lost = all - reachers(estate.graph(), target, arc);
                    if (lost > 0) {
                        expected.put(estate.graph().edge(arc), lost);
                    }
                }
                Map<Edge, Integer> told = new HashMap<>();
                new Chokes(estate, Weighting.DEFAULT)
                        .towards(target)
                        .forEach(choke -> told.put(choke.step(), choke.lost()));

                assertThat(told).as("seed %d, %s", seed, target).isEqualTo(expected);
            }
        }
    }

    /// How many reach it without that arc.
    private static int reachers(AccessGraph graph, EntityId target, int without) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        for (int node : graph.nodes(List.of(target))) {
            seen.set(node);
            open.add(node);
        }
        while (!open.isEmpty()) {
            int node = open.pop();
            for (int back = graph.backward().first(node);
                    back < graph.backward().end(node, Arcs.CLASSES - 1);
                    back++) {
                int tail = graph.backward().head(back);
                if (graph.backward().origin(back) != without && !seen.get(tail)) {
                    seen.set(tail);
                    open.add(tail);
                }
            }
        }
        return seen.cardinality();
    }

    private static long weight(List<Reached> reached, Certainty upTo, SnapshotIndex index) {
        return reached.stream()
                .filter(it -> it.certainty().compareTo(upTo) <= 0)
                .mapToLong(it -> Weighting.DEFAULT.of(it.target(), index))
                .sum();
    }

    private static EstateGraph estate(long seed) {
        SnapshotIndex index = RandomEstate.of(seed).index();
        return EstateGraph.of(index, new BlastRadius(index));
    }
}
