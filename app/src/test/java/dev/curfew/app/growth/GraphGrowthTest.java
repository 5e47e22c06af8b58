package dev.curfew.app.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.Progress;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.testbed.memory.MemorySecrets;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// What it costs to make the graph of the sample, by the memory that is asked for: that tells how much is done,
/// whatever
/// else the machine does.
class GraphGrowthTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int FEW = 1_000;
    private static final int TIMES = 4;

    /// Of what everybody does with everybody there would be sixteen times as much.
    private static final double MOST = 1.5 * TIMES;

    @Test
    void aGraphOfMoreIdentitiesCostsInProportion() throws InterruptedException {
        SnapshotIndex few = sample(FEW);
        SnapshotIndex many = sample(FEW * TIMES);
        // what is made once, whoever asks
        cost(few);

        assertThat((double) cost(many) / cost(few)).isLessThan(MOST);
    }

    private static long cost(SnapshotIndex index) {
        SnapshotIndex fresh = new SnapshotIndex(index.snapshot());
        long before = THREADS.getTotalThreadAllocatedBytes();
        EstateGraph graph = EstateGraph.of(fresh, new BlastRadius(fresh));
        long cost = THREADS.getTotalThreadAllocatedBytes() - before;
        assertThat(graph.graph().edges()).isPositive();
        return cost;
    }

    private static SnapshotIndex sample(int identities) throws InterruptedException {
        SampleConnector sample = new SampleConnector(InstantSource.fixed(NOW));
        SnapshotBuilder builder = new SnapshotBuilder();
        for (Connection connection : SampleConnector.connections(identities, 1, NOW)) {
            builder.addAll(sample.observer(connection, new MemorySecrets())
                    .observe(Progress.SILENT)
                    .facts());
        }
        return new SnapshotIndex(builder.build(1, NOW));
    }
}
