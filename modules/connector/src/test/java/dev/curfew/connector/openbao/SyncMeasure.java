package dev.curfew.connector.openbao;

import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Measures the reading of an OpenBao with many tokens. A program, not a test:
/// `java -cp <test class path> dev.curfew.connector.openbao.SyncMeasure 2000`
final class SyncMeasure {
    private static final int READINGS = 5;
    private static final int MAKERS = 16;

    private SyncMeasure() {}

    public static void main(String[] arguments) throws InterruptedException {
        int tokens = arguments.length == 0 ? 2000 : Integer.parseInt(arguments[0]);
        try (OpenBao openBao = OpenBao.start();
                Connected connected = Connected.with(openBao)) {
            openBao.policy("app", "path \"secret/data/app/*\" { capabilities = [\"read\"] }");
            make(openBao, tokens);
            for (int i = 1; i <= READINGS; i++) {
                long start = System.nanoTime();
                Observation observation = connected.observer().observe(Progress.SILENT);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                long items = observation.coverage().stream()
                        .mapToLong(Coverage::items)
                        .sum();
                System.out.printf(
                        "reading %d: %,d tokens, %,d items, %,d facts in %,d ms%n",
                        i, tokens, items, observation.facts().size(), took.toMillis());
            }
        }
    }

    private static void make(OpenBao openBao, int tokens) {
        try (ExecutorService threads = Executors.newFixedThreadPool(MAKERS)) {
            for (int i = 0; i < tokens; i++) {
                Map<String, Object> order =
                        Map.of("policies", List.of("app"), "ttl", "24h", "meta", Map.of("service", "service-" + i));
                threads.execute(() -> Connected.token(openBao, order));
            }
        }
    }
}
