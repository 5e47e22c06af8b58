package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `curfew run` on a real OpenBao, around jobs of every ending.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoRunTest {
    private static final String ROLE = "bao:policy/run-deploy";

    private Path home = Path.of("");
    private JobBench bench = JobBench.none();
    private final List<String> values = new ArrayList<>();

    @BeforeAll
    void aServerAndAMachine(OpenBao openBao, @TempDir Path folder) {
        home = folder;
        bench = JobBench.in(home);
        openBao.policy("run-deploy", "path \"secret/data/run-door\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/run-door", Map.of("data", Map.of("code", "1234")));
        bench.connect(openBao);
        bench.waiting("BAO_TOKEN");
    }

    @AfterEach
    void noValueIsLeftAnywhere() {
        if (bench.has("given")) {
            values.add(bench.text("given"));
        }
        values.forEach(bench::assertNowhere);
        bench.assertNowhere("hvs.none");
    }

    @Test
    void aJobThatEnds(OpenBao openBao) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            assertThat(door(openBao)).isEqualTo(200);
            assertThat(bench.text("environment")).doesNotContain("CURFEW_PASSPHRASE", "CURFEW_OFFICER");
            assertThat(commandLines()).noneMatch(line -> line.contains(bench.text("given")));
            // Others use the workspace meanwhile.
            assertThat(bench.window().path("end").isNull()).isTrue();
            bench.go();

            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
            assertThat(curfew.err()).contains("The command ended with 0.", "refused 3 of 3 at ");
        }
        assertThat(door(openBao)).isEqualTo(403);
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
        JsonNode ended = bench.entry("run.ended").path("details");
        assertThat(ended.path("how").asText()).isEqualTo("exited");
        assertThat(ended.path("exitCode").asInt()).isZero();
        assertThat(ended.path("proof").asText()).isEqualTo("proved");
        assertThat(bench.entry("run.started").path("details").path("program").asText())
                .endsWith("job.sh");
        assertThat(bench.commands().json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void aJobThatFails(OpenBao openBao) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "7")) {
            curfew.await(() -> bench.has("environment"));
            bench.go();

            assertThat(curfew.exitCode()).isEqualTo(7);
        }
        assertThat(door(openBao)).isEqualTo(403);
    }

    @Test
    void aJobThatIsKilled(OpenBao openBao) throws InterruptedException {
        try (CurfewProcess curfew = bench.killedJob(bench.job(ROLE, "15m"), "VAULT_TOKEN")) {
            assertThat(curfew.exitCode()).isEqualTo(137);
        }
        assertThat(door(openBao)).isEqualTo(403);
    }

    @Test
    void curfewToldToStopTellsTheJob(OpenBao openBao) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.stop();

            assertThat(curfew.exitCode()).isEqualTo(143);
            assertThat(curfew.err()).contains("told to stop", "refused 3 of 3 at ");
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(door(openBao)).isEqualTo(403);
        assertThat(bench.entry("run.ended").at("/details/how").asText()).isEqualTo("stopped");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "HUP, 129"})
    void ctrlCAndTheEndOfItsTerminalTellTheJobToo(String signal, int exitCode, OpenBao openBao)
            throws InterruptedException, IOException {
        try (CurfewProcess curfew = bench.hearingJob(bench.job(ROLE, "15m"))) {
            curfew.await(() -> bench.has("environment"));
            curfew.signal(signal);

            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(exitCode);
            assertThat(curfew.err()).contains("told to stop", "refused 3 of 3 at ");
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(door(openBao)).isEqualTo(403);
        assertThat(bench.entry("run.ended").at("/details/how").asText()).isEqualTo("stopped");
    }

    /// As a laptop does that is closed: OpenBao ends the credential, and who wakes up enters it.
    @Test
    void whatStoodStillOverTheEndFindsItOverWhenItGoesOn(OpenBao openBao) throws InterruptedException, IOException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "1m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            Instant endsAt = Instant.parse(bench.window().path("endsAt").asText());
            curfew.standStill();
            Thread.sleep(Duration.between(Instant.now(), endsAt.plusSeconds(2)));
            assertThat(bench.has("told")).as("nobody told the job").isFalse();
            assertThat(door(openBao)).as("OpenBao ended it").isEqualTo(403);
            curfew.goOn();

            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(bench.window().path("end").asText()).isEqualTo("EXPIRED");
        assertThat(bench.entry("run.ended").at("/details/proof").asText()).startsWith("proved");
    }

    @Test
    void aJobThatTakesTooLong(OpenBao openBao) throws InterruptedException {
        List<String> options = new ArrayList<>(bench.job(ROLE, "15m"));
        options.addAll(List.of("--timeout", "2s"));
        try (CurfewProcess curfew = bench.waitingJob(options, "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(door(openBao)).isEqualTo(403);
    }

    @Test
    void aJobThatWouldOutliveItsCredential(OpenBao openBao) throws InterruptedException {
        long started = System.nanoTime();
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "1m"), "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        }
        assertThat(System.nanoTime() - started).isLessThan(80_000_000_000L);
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(door(openBao)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows", "watch --once"})
    void whenCurfewItselfIsKilledTheNextOneEndsIt(String next, OpenBao openBao) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.kill();
            curfew.exitCode();
        }
        assertThat(door(openBao))
                .as("it holds until somebody looks, or OpenBao ends it")
                .isEqualTo(200);
        try (CurfewProcess sweeping = bench.curfew(List.of(next.split(" ")))) {
            assertThat(sweeping.exitCode()).as(sweeping.err()).isZero();
        }
        assertThat(door(openBao)).isEqualTo(403);
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
        assertThat(bench.entry("run.ended").at("/details/how").asText()).isEqualTo("abandoned");
        bench.go();
    }

    @Test
    void whatNeedsSignaturesRunsWhenItHasThem(OpenBao openBao) throws InterruptedException {
        List<String> asking = List.of("--role", ROLE, "--ttl", "10m", "--purpose", "a look at the door");
        try (CurfewProcess curfew = bench.waitingJob(asking, "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_NEEDS_SIGNATURES);
            assertThat(curfew.err()).contains("Nothing was run", "an-officer-decides");
        }
        assertThat(bench.has("given")).isFalse();
        JsonNode all = bench.commands().json("requests").items();
        String request = all.get(all.size() - 1).path("id").asText();
        assertThat(bench.commands().as("bo", "approve", request).exitCode()).isZero();
        bench.go();

        try (CurfewProcess curfew = bench.waitingJob(List.of("--request", request), "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
        }
        assertThat(door(openBao)).isEqualTo(403);
    }

    @Test
    void whatThePoliciesRefuseDoesNotRun() throws InterruptedException {
        List<String> asking = List.of("--role", ROLE, "--ttl", "10m", "--purpose", "mischief");
        try (CurfewProcess curfew = bench.waitingJob(asking, "0")) {
            assertThat(curfew.exitCode()).isEqualTo(ExitCode.RUN_REFUSED);
            assertThat(curfew.err()).contains("no-mischief");
        }
        assertThat(bench.has("given")).isFalse();
    }

    @Test
    void aProgramThatIsNotThereLeavesNothing() throws InterruptedException {
        try (CurfewProcess curfew = bench.run(bench.job(ROLE, "10m"), "/no/such/program")) {
            assertThat(curfew.exitCode()).isEqualTo(ExitCode.RUN_NOT_STARTED);
            assertThat(curfew.err()).contains("could not be started", "refused 3 of 3 at ");
        }
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
    }

    @Test
    void theCredentialGoesIntoAFileThatGoesToo(OpenBao openBao) throws InterruptedException {
        Path file = home.resolve("credential");
        List<String> options = new ArrayList<>(bench.job(ROLE, "10m"));
        options.addAll(List.of("--file", file.toString()));
        try (CurfewProcess curfew = bench.run(
                options,
                "sh",
                "-c",
                "cat \"$CURFEW_CREDENTIAL_FILE\" > " + home + "/given; test -z \"$CURFEW_CREDENTIAL$BAO_TOKEN\"")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
        }
        assertThat(file).doesNotExist();
        assertThat(door(openBao)).isEqualTo(403);
    }

    private int door(OpenBao openBao) {
        return openBao.call("GET", "secret/data/run-door", Map.of(), bench.text("given"))
                .status();
    }

    private static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .toList();
    }
}
