package dev.curfew.analysis.graph.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.analysis.graph.array.Arcs;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptGraphTest {
    private static final int ESTATES = 100;

    private record Content(
            List<Object> entities, BitSet given, List<Edge> edges, List<Integer> labels, List<Integer> ends) {}

    @Test
    void whatIsReadIsWhatWasWritten() {
        for (int seed = 0; seed < ESTATES; seed++) {
            EstateGraph built = built(seed);
            // as another process has it: alike, and no object of the first
            SnapshotIndex again = RandomEstate.of(seed).index();

            assertThat(EstateGraph.kept(built.toBytes(), again, new BlastRadius(again))
                            .map(it -> content(it.graph())))
                    .as("seed %d", seed)
                    .contains(content(built.graph()));
        }
    }

    @Test
    void whatWasCutOffIsNotRead() {
        EstateGraph built = built(3);
        byte[] kept = built.toBytes();
        for (int length = 0; length < kept.length; length++) {
            assertThat(KeptGraph.read(Arrays.copyOf(kept, length), built.index().snapshot()))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        assertThat(KeptGraph.read(
                        Arrays.copyOf(kept, kept.length + 1), built.index().snapshot()))
                .isEmpty();
    }

    @Test
    void textsOfEveryKindComeBack() {
        ByteSink sink = new ByteSink();
        List<String> texts = List.of("", "a", "grün", "Ω漢字", "\ud83d\ude00", "\ud800 alone", "x".repeat(100_000));
        texts.forEach(sink::text);
        ByteSource source = new ByteSource(sink.toBytes());
        texts.forEach(text -> assertThat(source.text()).isEqualTo(text));
        assertThat(source.isAtEnd()).isTrue();
    }

    private static EstateGraph built(int seed) {
        SnapshotIndex index = RandomEstate.of(seed).index();
        return EstateGraph.of(index, new BlastRadius(index));
    }

    private static Content content(AccessGraph graph) {
        List<Edge> edges = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int arc = 0; arc < graph.edges(); arc++) {
            edges.add(graph.edge(arc));
            labels.add(graph.labelNumber(arc));
        }
        for (int node = 0; node < graph.nodes(); node++) {
            for (int ofClass = 0; ofClass < Arcs.CLASSES; ofClass++) {
                ends.add(graph.forward().end(node, ofClass));
                ends.add(graph.backward().end(node, ofClass));
            }
        }
        return new Content(List.copyOf(graph.entities()), graph.given(), edges, labels, ends);
    }
}
