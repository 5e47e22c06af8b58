package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `curfew watch`, killed again and again while weak windows come to their end on a real PostgreSQL.
@WithPostgreSql
class WatchTest {
    /// `-Dcurfew.watch.kills=100` is what is run before a release.
    private static final int KILLS = Integer.getInteger("curfew.watch.kills", 8);

    private static final int WINDOWS = 3;

    @Test
    void killedAtAnyMomentItEndsEveryWindowOnceAndNoneEarly(@TempDir Path home) throws InterruptedException {
        try (PostgreSql server = PostgreSql.start()) {
            JobBench bench = connected(server, home);
            for (int i = 0; i < WINDOWS; i++) {
                issue(bench, i);
            }
            Random random = new Random(1);
            for (int i = 0; i < KILLS; i++) {
                try (CurfewProcess watch = bench.curfew(List.of("watch", "--every", "1s"))) {
                    Thread.sleep(Duration.ofMillis(200 + random.nextInt(5_000)));
                    watch.kill();
                    watch.exitCode();
                }
            }
            try (CurfewProcess watch = bench.curfew(List.of("watch", "--every", "1s"))) {
                watch.await(() -> logins(server).isEmpty());
                Thread.sleep(Duration.ofSeconds(3));
                watch.stop();
                assertThat(watch.exitCode()).isEqualTo(143);
            }
            assertOnce(bench);
        }
    }

    private static void issue(JobBench bench, int number) {
        var made =
                bench.commands().as("ci", "request", "pg:member/porters", "--for", "1m", "--reason", "job " + number);
        assertThat(made.exitCode()).as(made.err()).isZero();
        var issued = bench.commands()
                .as(
                        "ci",
                        "issue",
                        made.item().path("id").asText(),
                        "--out",
                        bench.home().resolve("issued-" + number).toString());
        assertThat(issued.exitCode()).as(issued.err()).isZero();
    }

    private static void assertOnce(JobBench bench) {
        JsonNode windows = bench.commands().json("windows").items();
        assertThat(windows).hasSize(WINDOWS).allSatisfy(window -> {
            assertThat(window.path("end").asText()).isEqualTo("EXPIRED");
            assertThat(Instant.parse(window.path("endedAt").asText()))
                    .isAfterOrEqualTo(Instant.parse(window.path("endsAt").asText()));
        });
        JsonNode entries = bench.commands().json("ledger", "list").items();
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .filter(entry -> entry.path("type").asText().equals("window.closed")))
                .hasSize(WINDOWS);
        assertThat(bench.commands().json("ledger", "verify").exitCode()).isZero();
    }

    private static List<List<String>> logins(PostgreSql server) {
        return server.query("postgres", "SELECT rolname FROM pg_roles WHERE rolname LIKE 'curfew-%'");
    }

    private static JobBench connected(PostgreSql server, Path home) {
        JobBench bench = JobBench.in(home);
        server.run("postgres", "CREATE ROLE porters");
        bench.connect(server);
        return bench;
    }
}
