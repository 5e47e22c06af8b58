package dev.curfew.analysis.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.NaiveGraph;
import dev.curfew.analysis.graph.array.Arcs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final int GRAPHS = 4_000;

    @Test
    void whatIsReachedAndHowSurelyIsWhatPlainRecursionFinds() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 14, 3);
            Random random = new Random(seed);
            Set<Integer> starts = Set.of(random.nextInt(naive.nodes()));
            int upTo = random.nextInt(Arcs.CLASSES);

            assertThat(told(naive, upTo, starts)).as("seed %d", seed).isEqualTo(expected(naive, upTo, starts));
        }
    }

    @Test
    void severalStartsReachWhatAnyOfThemDoes() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 14, 2);
            Set<Integer> starts = new HashSet<>();
            new Random(seed).ints(3, 0, naive.nodes()).forEach(starts::add);

            assertThat(told(naive, 2, starts)).as("seed %d", seed).isEqualTo(expected(naive, 2, starts));
        }
    }

    @Test
    void anEdgeLessNeverReachesMore() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 14, 3);
            if (naive.lines().isEmpty()) {
                continue;
            }
            NaiveGraph less = naive.without(
                    naive.lines().get(new Random(seed).nextInt(naive.lines().size())));
            Map<Integer, Integer> before = told(naive, 2, Set.of(0));
            Map<Integer, Integer> after = told(less, 2, Set.of(0));

            assertThat(after)
                    .allSatisfy((node, ofClass) -> assertThat(before.getOrDefault(node, Integer.MAX_VALUE))
                            .isLessThanOrEqualTo(ofClass));
        }
    }

    private static Map<Integer, Integer> told(NaiveGraph naive, int upTo, Set<Integer> starts) {
        Spread spread = Spread.of(
                naive.arcs(), upTo, starts.stream().mapToInt(Integer::intValue).toArray());
        Map<Integer, Integer> told = new HashMap<>();
        for (int i = 0; i < spread.size(); i++) {
            told.put(spread.node(i), spread.classOf(spread.node(i)));
        }
        return told;
    }

    private static Map<Integer, Integer> expected(NaiveGraph naive, int upTo, Set<Integer> starts) {
        Map<Integer, Integer> expected = new HashMap<>();
        for (int ofClass = 0; ofClass <= upTo; ofClass++) {
            for (int node : naive.reached(starts, ofClass)) {
                expected.putIfAbsent(node, ofClass);
            }
        }
        return expected;
    }
}
