package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `curfew watch`, killed again and again while windows come to their end: weak ones on a real PostgreSQL, and those
/// that OpenBao and Kubernetes end themselves.
@WithPostgreSql
@WithOpenBao
class WatchTest {
    /// `-Dcurfew.watch.kills=100` is what is run before a release.
    private static final int KILLS = Integer.getInteger("curfew.watch.kills", 8);

    private static final int KILLS_MANY = 100;

    /// Ends are spread over the time in which it is killed.
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);

    private static final Duration LIFE_MIN = Duration.ofMinutes(1);

    /// Kubernetes makes no token for less than ten minutes, and takes it for seventy seconds more.
    private static final Duration LIFE_MIN_KUBERNETES = Duration.ofMinutes(12);

    private final List<Held> held = new ArrayList<>();

    @Test
    void killedAtAnyMomentItEndsEveryWindowOnceNoneEarlyAndNoneIsLongerThanApproved(
            @TempDir Path home, @TempDir Path logs, OpenBao openBao) throws InterruptedException {
        StatementLog log = new StatementLog(logs);
        try (PostgreSql server = log.start()) {
            Watch watch = new Watch(JobBench.in(home));
            server.run("postgres", "CREATE ROLE porters");
            watch.bench().connect(server);
            openBao.policy("watched", "path \"secret/data/watched\" { capabilities = [\"read\"] }");
            watch.bench().connect(openBao);
            open(watch, "bao:policy/watched", KILLS / 10 + 1, LIFE_MIN, window -> new Held.OfOpenBao(openBao, window));
            open(watch, "pg:member/porters", KILLS / 10 + 3, LIFE_MIN, window -> new Held.OfPostgres(server, window));
            if (KILLS < KILLS_MANY) {
                killedAndThenNot(watch);
            } else {
                withKubernetes(watch);
            }
            assertThat(held.stream().filter(Held.OfPostgres.class::isInstance))
                    .as("also at the target")
                    .allSatisfy(
                            each -> assertThat(log.drops(each.window().id())).isOne());
        }
    }

    private void withKubernetes(Watch watch) throws InterruptedException {
        try (Kubernetes kubernetes = Kubernetes.start()) {
            watch.bench().connect(kubernetes);
            open(
                    watch,
                    "k8s:clusterrole/run-reader",
                    2,
                    LIFE_MIN_KUBERNETES,
                    window -> new Held.OfKubernetes(kubernetes, window));
            killedAndThenNot(watch);
        }
    }

    private void killedAndThenNot(Watch watch) throws InterruptedException {
        Instant last = held.stream()
                .map(each -> each.window().endsAt())
                .max(Instant::compareTo)
                .orElseThrow();
        Random random = new Random(1);
        int kills = 0;
        while (kills < KILLS || Instant.now().isBefore(last)) {
            watch.killed(Duration.ofMillis(200 + random.nextInt(5_000)));
            held.forEach(Held::assertNotLonger);
            kills++;
        }
        try (CurfewProcess running = watch.start()) {
            running.await(() -> held.stream().allMatch(Held::isGone));
            Thread.sleep(Duration.ofSeconds(3));
            running.stop();
            assertThat(running.exitCode()).isEqualTo(143);
        }
        System.out.printf("watch killed %d times over %d windows%n", kills, held.size());
        assertOnce(watch);
    }

    private void open(Watch watch, String role, int count, Duration least, Function<Held.Window, Held> target) {
        IntStream.range(0, count).forEach(number -> {
            Duration life = least.plus(BETWEEN_KILLS.multipliedBy((long) KILLS * number / count));
            Path file = watch.bench().home().resolve("issued-" + held.size());
            String id = watch.issue(role, life.toSeconds() + "s", file);
            JsonNode window = watch.bench().window();
            assertThat(window.path("id").asText()).isEqualTo(id);
            Instant endsAt = Instant.parse(window.path("endsAt").asText());
            assertThat(endsAt)
                    .isBeforeOrEqualTo(
                            Instant.parse(window.path("openedAt").asText()).plus(life));
            held.add(target.apply(new Held.Window(id, endsAt, file)));
        });
    }

    private void assertOnce(Watch watch) {
        JsonNode windows = watch.bench().commands().json("windows").items();
        assertThat(windows).hasSize(held.size()).allSatisfy(window -> {
            assertThat(window.path("end").asText()).isEqualTo("EXPIRED");
            assertThat(Instant.parse(window.path("endedAt").asText()))
                    .isAfterOrEqualTo(Instant.parse(window.path("endsAt").asText()));
        });
        assertThat(watch.entries("window.closed")
                        .map(entry -> entry.at("/details/window").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        held.stream().map(each -> each.window().id()).toList());
        assertThat(watch.bench().commands().json("ledger", "verify").exitCode()).isZero();
    }
}
