package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Processes that follow a use of another process, and that are stopped: on a real OpenBao.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowedStatusTest {
    private static final String CANARY = "secret/data/follow-canary";
    private static final Duration KILLED_FOR = Duration.ofSeconds(25);

    private final Receiver receiver = new Receiver();
    private final Path home;
    private final Path elsewhere;
    private final DrillBench bench;

    FollowedStatusTest(@TempDir Path home, @TempDir Path elsewhere) {
        this.home = home;
        this.elsewhere = elsewhere;
        bench = new DrillBench(home);
    }

    @BeforeAll
    void aSource(OpenBao openBao) {
        openBao.write("sys/auth/follow-userpass", Map.of("type", "userpass"));
        openBao.policy("follow-emergency", """
                path "secret/data/follow-canary" { capabilities = ["create", "update", "read"] }
                path "auth/follow-userpass/users/+/password" { capabilities = ["update"] }
                """);
        openBao.policy("follow-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        String reader = openBao.orphan("follow-read").value();
        bench.connect("openbao", "bao", openBao.address().toString(), reader);
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    private void register(OpenBao openBao, String path, String... more) {
        openBao.write(
                "auth/follow-userpass/users/" + path,
                Map.of("password", "first-4711", "token_policies", List.of("follow-emergency"), "token_ttl", "1h"));
        List<String> line = new ArrayList<>(List.of("--alert", receiver.address(), "--alert-within", "5s"));
        line.addAll(List.of(more));
        Answer registered = bench.register(
                path, "bao", "follow-userpass/" + path + ":first-4711", CANARY, line.toArray(String[]::new));
        assertThat(registered.exitCode()).as(registered.err()).isZero();
    }

    private CurfewProcess use(String path, Duration atMost, String script) {
        List<String> time = List.of("--for", atMost.toSeconds() + "s");
        List<String> line = bench.useLine(path, "login is down", time, "sh", "-c", script);
        return CurfewProcess.start(home, bench.commands().environment(), line);
    }

    private CurfewProcess follow(String path) {
        return CurfewProcess.startHearing(
                home,
                bench.commands().environment(),
                List.of("break-glass", "status", path, "--follow", "--every", "1s"));
    }

    @Test
    void controlCEndsTheFollowingAndNothingElse(OpenBao openBao) throws IOException, InterruptedException {
        register(openBao, "bao-followed");
        Path given = elsewhere.resolve("given");
        Path over = elsewhere.resolve("over");
        try (CurfewProcess use = use(
                "bao-followed",
                Duration.ofMinutes(10),
                "touch " + given + "; while [ ! -e " + over + " ]; do sleep 0.1; done")) {
            use.await(() -> Files.exists(given));
            try (CurfewProcess status = follow("bao-followed")) {
                status.await(() -> status.out().contains("127.0.0.1 confirms that it knows of this use."));
                receiver.confirming(false);
                status.await(() -> status.out().contains("not confirmed: 127.0.0.1 does not say that it knows"));
                status.interrupt();
                assertThat(status.exitCode()).as("ended by SIGINT").isEqualTo(130);
                assertThat(status.err()).doesNotContain("Exception", "\tat ");
            }
            receiver.confirming(true);
            assertThat(use.isRunning()).isTrue();

            try (CurfewProcess status = follow("bao-followed")) {
                status.await(() -> status.out().contains("OPEN  "));
                Files.createFile(over);
                assertThat(status.exitCode())
                        .as("nothing is open any more: %s", status.err())
                        .isZero();
            }
            assertThat(use.exitCode()).as(use.err()).isZero();
        }
    }

    /// Opened, and then nothing: by the next process it is told from what was entered, until the path is drilled.
    @Test
    void aUseWhoseProcessIsKilledIsToldByTheNext(OpenBao openBao) throws InterruptedException {
        register(openBao, "bao-killed", "--review-within", "20s");
        Path given = elsewhere.resolve("killed");
        try (CurfewProcess use = use("bao-killed", KILLED_FOR, "touch " + given + "; sleep 20")) {
            use.await(() -> Files.exists(given));
            use.kill();
            assertThat(use.exitCode()).isEqualTo(137);
        }
        JsonNode open = status().path("open");
        assertThat(open).hasSize(1);
        assertThat(open.path(0).path("reason").asText()).isEqualTo("login is down");
        Instant end = Instant.parse(open.path(0).path("endsBy").asText());
        assertThat(bench.drill(List.of("ada", "bo"), "bao-killed").exitCode()).isZero();
        assertThat(status().path("open")).as("drilled within its time").hasSize(1);

        Thread.sleep(Duration.between(Instant.now(), end.plusSeconds(1)));
        assertThat(bench.commands().run("break-glass", "status", "bao-killed").out())
                .contains("Ends        its time was over ");
        assertThat(bench.drill(List.of("ada", "bo"), "bao-killed").exitCode()).isZero();
        JsonNode after = status();
        assertThat(after.path("open")).isEmpty();
        assertThat(after.path("unreviewed")).as("a drill is no review").hasSize(1);
        assertThat(bench.commands()
                        .json("break-glass", "uses", "bao-killed", "--fail-on-overdue")
                        .exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    private JsonNode status() {
        Answer answer = bench.commands().json("break-glass", "status", "bao-killed");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.item();
    }
}
