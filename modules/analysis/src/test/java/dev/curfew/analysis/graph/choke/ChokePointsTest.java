package dev.curfew.analysis.graph.choke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.NaiveGraph;
import dev.curfew.analysis.graph.array.Arcs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChokePointsTest {
    private static final int GRAPHS = 4_000;

    private record Loss(int nodes, long weight) {}

    @Test
    void takingEachEdgeAwayLosesWhatIsTold() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 12, 2);
            Random random = new Random(seed);
            Set<Integer> starts = new HashSet<>();
            random.ints(1 + random.nextInt(2), 0, naive.nodes()).forEach(starts::add);
            int upTo = random.nextInt(Arcs.CLASSES);

            assertThat(told(naive, upTo, starts)).as("seed %d", seed).isEqualTo(expected(naive, upTo, starts));
        }
    }

    @Test
    void theHeaviestComesFirst() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 12, 2);
            Arcs arcs = naive.arcs();

            assertThat(ChokePoints.of(arcs, arcs.reversed(), 2, node -> node, 0))
                    .as("seed %d", seed)
                    .extracting(ChokePoint::weight)
                    .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        }
    }

    /// A chain as long as this would not survive recursion.
    @Test
    void aLongChainIsNoLimit() {
        int length = 200_000;
        var builder = new dev.curfew.analysis.graph.array.ArcsBuilder(length);
        for (int i = 0; i + 1 < length; i++) {
            builder.add(i, i + 1, 0);
        }
        Arcs arcs = builder.build().arcs();
        List<ChokePoint> found = ChokePoints.of(arcs, arcs.reversed(), 0, _ -> 1, 0);

        assertThat(found).hasSize(length - 1);
        assertThat(found.getFirst()).isEqualTo(new ChokePoint(0, length - 1, length - 1));
    }

    private static Map<NaiveGraph.Line, Loss> told(NaiveGraph naive, int upTo, Set<Integer> starts) {
        Arcs arcs = naive.arcs();
        int[] nodes = starts.stream().mapToInt(Integer::intValue).toArray();
        Map<NaiveGraph.Line, Loss> told = new HashMap<>();
        for (ChokePoint point : ChokePoints.of(arcs, arcs.reversed(), upTo, node -> 1L << node, nodes)) {
            int arc = point.arc();
            told.put(
                    new NaiveGraph.Line(arcs.tail(arc), arcs.head(arc), arcs.classOf(arc)),
                    new Loss(point.nodes(), point.weight()));
        }
        return told;
    }

    private static Map<NaiveGraph.Line, Loss> expected(NaiveGraph naive, int upTo, Set<Integer> starts) {
        Set<Integer> before = naive.reached(starts, upTo);
        Map<NaiveGraph.Line, Loss> expected = new HashMap<>();
        for (NaiveGraph.Line line : naive.lines()) {
            Set<Integer> lost = new HashSet<>(before);
            lost.removeAll(naive.without(line).reached(starts, upTo));
            if (!lost.isEmpty()) {
                expected.put(
                        line,
                        new Loss(
                                lost.size(),
                                lost.stream().mapToLong(node -> 1L << node).sum()));
            }
        }
        return expected;
    }
}
