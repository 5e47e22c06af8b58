package dev.curfew.analysis.graph.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.analysis.graph.NaiveGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArcsTest {
    private static final int GRAPHS = 2_000;

    private record Told(int tail, int head, int ofClass) {}

    @Test
    void everyArcIsKeptOnceWithItsClassInBothDirections() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NaiveGraph naive = NaiveGraph.random(seed, 12, 4);
            Arcs arcs = naive.arcs();
            Arcs reversed = arcs.reversed();
            List<Told> expected = naive.lines().stream()
                    .map(it -> new Told(it.from(), it.to(), it.ofClass()))
                    .toList();
            List<Told> forward = new ArrayList<>();
            arcs.each((tail, arc, ofClass) -> forward.add(new Told(tail, arcs.head(arc), ofClass)));
            List<Told> backward = new ArrayList<>();
            reversed.each((tail, arc, ofClass) -> backward.add(new Told(reversed.head(arc), tail, ofClass)));

            assertThat(forward).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(backward).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void anArcOfTheReverseNamesTheArcItWasMadeOf() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Arcs arcs = NaiveGraph.random(seed, 12, 4).arcs();
            Arcs reversed = arcs.reversed();
            reversed.each((tail, arc, ofClass) -> assertThat(new Told(
                            arcs.tail(reversed.origin(arc)),
                            arcs.head(reversed.origin(arc)),
                            arcs.classOf(reversed.origin(arc))))
                    .isEqualTo(new Told(reversed.head(arc), tail, ofClass)));
        }
    }

    @Test
    void arcsAlikeKeepTheirOrder() {
        ArcsBuilder.Built built = new ArcsBuilder(2)
                .add(1, 0, 1)
                .add(0, 1, 2)
                .add(0, 0, 0)
                .add(0, 1, 0)
                .build();

        assertThat(built.places().toArray()).containsExactly(3, 2, 0, 1);
    }

    @Test
    void aNodeOrClassThatThereIsNotIsRefused() {
        ArcsBuilder builder = new ArcsBuilder(2);

        assertThatThrownBy(() -> builder.add(2, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> builder.add(0, -1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> builder.add(0, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
