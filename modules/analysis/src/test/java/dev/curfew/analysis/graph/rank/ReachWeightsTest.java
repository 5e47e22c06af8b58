package dev.curfew.analysis.graph.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.NaiveGraph;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.search.Spread;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachWeightsTest {
    private static final int GRAPHS = 3_000;

    @Test
    void everyNodesWeightIsThatOfWhatPlainRecursionReaches() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 16, 2);
            Random random = new Random(seed);
            long[] weights = random.longs(naive.nodes(), 0, 5).toArray();
            int upTo = random.nextInt(Arcs.CLASSES);
            long[] expected = new long[naive.nodes()];
            for (int node = 0; node < naive.nodes(); node++) {
                expected[node] = naive.reached(Set.of(node), upTo).stream()
                                .mapToLong(other -> weights[other])
                                .sum()
                        - weights[node];
            }

            assertThat(ReachWeights.of(naive.arcs(), upTo, node -> weights[node]))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    /// More columns than one strip, of weights alike and not.
    @Test
    void manyStripsAddUp() {
        for (int seed = 0; seed < 5; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 3_000, 2);
            Arcs arcs = naive.arcs();
            long[] weights = new Random(seed).longs(naive.nodes(), 0, 3).toArray();
            long[] told = ReachWeights.of(arcs, 2, node -> weights[node]);
            long[] expected = new long[naive.nodes()];
            for (int node = 0; node < expected.length; node++) {
                Spread spread = Spread.of(arcs, 2, node);
                expected[node] = -weights[node];
                for (int i = 0; i < spread.size(); i++) {
                    expected[node] += weights[spread.node(i)];
                }
            }

            assertThat(Arrays.equals(told, expected)).as("seed %d", seed).isTrue();
        }
    }
}
