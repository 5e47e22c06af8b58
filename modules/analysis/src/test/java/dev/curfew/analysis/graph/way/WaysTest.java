package dev.curfew.analysis.graph.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.NaiveGraph;
import dev.curfew.analysis.graph.array.Arcs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaysTest {
    private static final int GRAPHS = 3_000;
    private static final int MANY = 10_000;

    /// What a way is judged by.
    private record Rank(int ofClass, int length) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            return ofClass == other.ofClass
                    ? Integer.compare(length, other.length)
                    : Integer.compare(ofClass, other.ofClass);
        }
    }

    @Test
    void askedForAllItTellsEachOnceSurestAndShortestFirst() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 7, 3);
            int to = naive.nodes() - 1;
            List<Way> told = ways(naive).shortest(0, to, MANY);

            assertThat(told).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(ranks(told)).as("seed %d", seed).isEqualTo(expected(naive, to));
        }
    }

    @Test
    void askedForFewItTellsTheFirstOfAll() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 7, 3);
            int to = naive.nodes() - 1;
            int max = 1 + new Random(seed).nextInt(4);
            List<Rank> expected = expected(naive, to);

            assertThat(ranks(ways(naive).shortest(0, to, max)))
                    .as("seed %d", seed)
                    .isEqualTo(expected.subList(0, Math.min(max, expected.size())));
        }
    }

    @Test
    void eachDifferentWayIsTheBestThatIsLeft() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 7, 3);
            int to = naive.nodes() - 1;
            Arcs arcs = naive.arcs();
            List<Way> left = new ArrayList<>(ways(naive).shortest(0, to, MANY));
            Set<Integer> used = new HashSet<>();
            for (Way way : ways(naive).different(0, to, 5)) {
                assertThat(left).as("seed %d", seed).contains(way);
                List<Integer> rank = rank(way, used);
                assertThat(left).as("seed %d", seed).noneMatch(other -> isBefore(rank(other, used), rank));
                left.remove(way);
                used.addAll(way.arcs());
            }
            assertThat(arcs.nodes()).isEqualTo(naive.nodes());
        }
    }

    @Test
    void differentWaysRunOutOnlyWhenAllAreTold() {
        for (int seed = 0; seed < 300; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 6, 2);
            int to = naive.nodes() - 1;

            assertThat(ways(naive).different(0, to, MANY))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(ways(naive).shortest(0, to, MANY));
        }
    }

    private static List<Integer> rank(Way way, Set<Integer> used) {
        int shared = (int) way.arcs().stream().filter(used::contains).count();
        return List.of(way.ofClass(), shared, way.arcs().size());
    }

    private static boolean isBefore(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i) < other.get(i);
            }
        }
        return false;
    }

    private static Ways ways(NaiveGraph naive) {
        Arcs arcs = naive.arcs();
        return new Ways(arcs, arcs.reversed(), 2);
    }

    private static List<Rank> ranks(List<Way> ways) {
        return ways.stream()
                .map(way -> new Rank(way.ofClass(), way.arcs().size()))
                .toList();
    }

    private static List<Rank> expected(NaiveGraph naive, int to) {
        return naive.ways(0, to, 2).stream()
                .filter(way -> !way.isEmpty())
                .map(way -> new Rank(
                        way.stream().mapToInt(NaiveGraph.Line::ofClass).max().orElse(0), way.size()))
                .sorted()
                .toList();
    }
}
