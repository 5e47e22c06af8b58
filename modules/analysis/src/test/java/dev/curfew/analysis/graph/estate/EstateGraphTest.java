package dev.curfew.analysis.graph.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstateGraphTest {
    private static final int ESTATES = 300;

    @Test
    void everybodysReachIsThatOfTheSearchOverTheEvaluators() {
        for (int seed = 0; seed < ESTATES; seed++) {
            SnapshotIndex index = RandomEstate.of(seed).index();
            BlastRadius radius = new BlastRadius(index);
            EstateGraph graph = EstateGraph.of(index, radius);
            for (EntityId id : graph.graph().entities()) {
                assertThat(graph.reach(id)).as("seed %d", seed).isEqualTo(radius.of(id));
            }
        }
    }

    @Test
    void theOrderOfReadingNeverMatters() {
        for (int seed = 0; seed < ESTATES; seed++) {
            SnapshotIndex index = RandomEstate.of(seed).index();
            SnapshotIndex shuffled = RandomEstate.of(seed).shuffled(seed);

            assertThat(edges(shuffled)).as("seed %d", seed).isEqualTo(edges(index));
        }
    }

    private static List<Edge> edges(SnapshotIndex index) {
        AccessGraph graph = EstateGraph.of(index, new BlastRadius(index)).graph();
        List<Edge> edges = new ArrayList<>();
        for (int arc = 0; arc < graph.edges(); arc++) {
            edges.add(graph.edge(arc));
        }
        return edges;
    }
}
