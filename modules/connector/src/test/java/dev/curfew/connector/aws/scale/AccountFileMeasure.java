package dev.curfew.connector.aws.scale;

import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.connector.aws.NoSecrets;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/// Reads a file some times over and prints how fast, and what it took.
///
/// `AccountFileMeasure FILE TIMES`
public final class AccountFileMeasure {
    private AccountFileMeasure() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path file = Path.of(arguments[0]);
        Connection connection = new Connection(
                new SourceName("scale"), AwsFileConnector.KIND.id(), file.toUri(), false, Instant.EPOCH, Map.of());
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            long began = System.nanoTime();
            long cpuBegan = cpuNanos();
            Observation observation = new AwsFileConnector(Clock.systemUTC())
                    .observer(connection, new NoSecrets())
                    .observe(Progress.SILENT);
            double seconds = (System.nanoTime() - began) / 1e9;
            double cpuSeconds = (cpuNanos() - cpuBegan) / 1e9;
            long items = observation.coverage().stream()
                    .filter(coverage -> !coverage.scope().equals("policy-resources"))
                    .mapToLong(coverage -> coverage.items())
                    .sum();
            System.out.printf(
                    "%.1f MB, %d items, %d facts in %.2f s (%.2f s of processor): %.0f items/s, %.0f facts/s; peak"
                            + " heap %d MiB%n",
                    Files.size(file) / 1e6,
                    items,
                    observation.facts().size(),
                    seconds,
                    cpuSeconds,
                    items / seconds,
                    observation.facts().size() / seconds,
                    peakMebibytes());
        }
    }

    /// Reading is one thread's work; on a busy machine this says more than the clock.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long peakMebibytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
