package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// This machine's clock is an hour fast, a real OpenBao's is right.
@WithOpenBao
class ApartClocksTest {
    private static final Duration FAST = Duration.ofHours(1);

    /// Servers tell whole seconds, and a busy machine takes its time.
    private static final long TOLERANCE_MILLIS = 60_000;

    @Test
    void aWindowLastsAsLongAsItsSourceSays(@TempDir Path home, OpenBao openBao) {
        Watch watch = new Watch(JobBench.in(home, Clock.offset(Clock.systemUTC(), FAST)));
        JobBench bench = watch.bench();
        openBao.policy("apart", "path \"secret/data/apart\" { capabilities = [\"read\"] }");
        bench.connect(openBao);
        String id = watch.issue("bao:policy/apart", "15m", home.resolve("credential"));

        Answer windows = bench.commands().json("windows");

        assertThat(windows.exitCode()).as(windows.err()).isZero();
        assertThat(windows.item().path("end").isNull()).isTrue();
        assertThat(windows.err()).contains("The clock of bao is", "behind this machine's. Its windows end by its own.");
        assertThat(openBao.write("auth/token/lookup", Map.of("token", bench.text("credential")))
                        .status())
                .isEqualTo(200);
        assertTold(bench.entry("window.opened").path("details"));

        Answer ended = bench.commands().as("bo", "end", id);

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertTold(bench.entry("window.closed").path("details"));
    }

    private static void assertTold(JsonNode details) {
        assertThat(details.path("clock").asText()).isEqualTo("source");
        assertThat(details.path("clockAheadMillis").asLong())
                .isBetween(-FAST.toMillis() - TOLERANCE_MILLIS, -FAST.toMillis() + TOLERANCE_MILLIS);
    }
}
