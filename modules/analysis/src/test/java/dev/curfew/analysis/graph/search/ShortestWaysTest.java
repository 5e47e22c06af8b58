package dev.curfew.analysis.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.NaiveGraph;
import dev.curfew.analysis.graph.array.Arcs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortestWaysTest {
    private static final int GRAPHS = 4_000;

    @Test
    void theWayTellsTheShortestOfTheSurest() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 8, 3);
            Arcs arcs = naive.arcs();
            ShortestWays ways = ShortestWays.of(arcs, arcs.reversed(), 2, 0);
            for (int node = 0; node < naive.nodes(); node++) {
                if (ways.spread().reaches(node)) {
                    int ofClass = ways.spread().classOf(node);
                    List<Integer> nodes = nodes(arcs, 0, ways.way(node), ofClass);

                    assertThat(nodes.getLast()).as("seed %d", seed).isEqualTo(node);
                    assertThat(nodes).as("seed %d", seed).hasSize(1 + shortest(naive, node, ofClass));
                    assertThat(ways.length(node)).as("seed %d", seed).isEqualTo(nodes.size() - 1);
                }
            }
        }
    }

    /// The shortest way to this node is by an unsure edge, and yet the sure way is the beginning of nothing shorter.
    @Test
    void aSureWayToANodeMayBeLongerThanTheWayThroughItToTheNext() {
        NaiveGraph naive = new NaiveGraph(
                5,
                List.of(
                        new NaiveGraph.Line(0, 1, 0),
                        new NaiveGraph.Line(1, 2, 0),
                        new NaiveGraph.Line(2, 3, 0),
                        new NaiveGraph.Line(0, 3, 1),
                        new NaiveGraph.Line(3, 4, 1)));
        ShortestWays ways = ShortestWays.of(naive.arcs(), naive.arcs().reversed(), 2, 0);

        assertThat(ways.length(3)).isEqualTo(3);
        assertThat(ways.length(4)).isEqualTo(2);
    }

    @Test
    void theWayToldDependsOnTheGraphNotOnItsOrder() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 10, 3);

            assertThat(all(naive.shuffled(seed))).as("seed %d", seed).isEqualTo(all(naive));
        }
    }

    @Test
    void backwardsItTellsTheWaysToANodeInForwardDirectionOfTheReverse() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 8, 3);
            Arcs arcs = naive.arcs();
            ShortestWays ways = ShortestWays.of(arcs.reversed(), arcs, 2, 0);
            for (int node = 0; node < naive.nodes(); node++) {
                if (ways.spread().reaches(node)) {
                    List<Integer> way = ways.way(node).reversed();
                    assertThat(nodes(arcs, node, way, ways.spread().classOf(node))
                                    .getLast())
                            .as("seed %d", seed)
                            .isZero();
                }
            }
        }
    }

    private static int shortest(NaiveGraph naive, int to, int upTo) {
        return naive.ways(0, to, upTo).stream().mapToInt(List::size).min().orElseThrow();
    }

    private static List<List<Integer>> all(NaiveGraph naive) {
        Arcs arcs = naive.arcs();
        ShortestWays ways = ShortestWays.of(arcs, arcs.reversed(), 2, 0);
        List<List<Integer>> all = new ArrayList<>();
        for (int node = 0; node < naive.nodes(); node++) {
            all.add(ways.spread().reaches(node) ? nodes(arcs, 0, ways.way(node), 2) : List.of());
        }
        return all;
    }

    /// The nodes along arcs that follow one another, none of a higher class.
    private static List<Integer> nodes(Arcs arcs, int start, List<Integer> way, int upTo) {
        List<Integer> nodes = new ArrayList<>(List.of(start));
        for (int arc : way) {
            assertThat(arcs.tail(arc)).isEqualTo(nodes.getLast());
            assertThat(arcs.classOf(arc)).isLessThanOrEqualTo(upTo);
            nodes.add(arcs.head(arc));
        }
        return nodes;
    }
}
