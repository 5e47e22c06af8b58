package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `curfew run` on a real API server: a service account for one job, whose token its cache lets in for some seconds
/// more.
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesRunTest {
    private static final String ROLE = "k8s:clusterrole/run-reader";

    private JobBench bench = JobBench.none();

    @BeforeAll
    void aServerAndAMachine(Kubernetes kubernetes, @TempDir Path home) {
        bench = machine(kubernetes, home, Clock.systemUTC());
    }

    private static JobBench machine(Kubernetes kubernetes, Path home, Clock clock) {
        JobBench machine = JobBench.in(home, clock);
        machine.connect(kubernetes);
        machine.waiting("CURFEW_CREDENTIAL");
        return machine;
    }

    @AfterEach
    void noValueIsLeftAnywhere() {
        bench.assertNowhere(bench.has("given") ? bench.text("given") : "no value");
    }

    @Test
    void aJobThatEnds(Kubernetes kubernetes) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            assertThat(status(kubernetes)).isEqualTo(200);
            bench.go();

            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
        }
        assertThat(status(kubernetes)).isEqualTo(401);
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
        assertThat(bench.entry("run.ended").at("/details/proof").asText()).startsWith("proved");
        assertThat(bench.entry("run.ended").at("/details/refused").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aJobThatFails(Kubernetes kubernetes) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "5")) {
            curfew.await(() -> bench.has("environment"));
            bench.go();
            assertThat(curfew.exitCode()).isEqualTo(5);
        }
        assertThat(status(kubernetes)).isEqualTo(401);
    }

    @Test
    void aJobThatIsKilled(Kubernetes kubernetes) throws InterruptedException {
        try (CurfewProcess curfew = bench.killedJob(bench.job(ROLE, "15m"), "CURFEW_CREDENTIAL")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(137);
        }
        assertThat(status(kubernetes)).isEqualTo(401);
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
    }

    /// Kubernetes makes no token for less than ten minutes: the machine's clock jumps over them, and is put right when
    /// the job was told, for no refusal proves anything to a machine whose clock is not the server's.
    @Test
    void aJobThatWouldOutliveItsCredential(Kubernetes kubernetes, @TempDir Path home) {
        SetClock clock = new SetClock();
        JobBench sleeper = machine(kubernetes, home, clock);
        Thread asleep = Thread.ofVirtual().start(() -> {
            await(sleeper, "environment");
            clock.ahead(Duration.ofMinutes(10));
            await(sleeper, "told");
            clock.ahead(Duration.ZERO);
        });
        Answer ran = sleeper.runHere(sleeper.job(ROLE, "10m"));
        asleep.interrupt();

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        assertThat(sleeper.text("told")).isEqualTo("TERM");
        assertThat(status(kubernetes, sleeper)).isEqualTo(401);
        assertThat(sleeper.window().path("end").asText()).isEqualTo("ENDED_EARLY");
        assertThat(sleeper.entry("run.ended").at("/details/proof").asText()).startsWith("proved");
        sleeper.assertNowhere(sleeper.text("given"));
    }

    @Test
    void aJobThatTakesTooLong(Kubernetes kubernetes) throws InterruptedException {
        List<String> options = new ArrayList<>(bench.job(ROLE, "15m"));
        options.addAll(List.of("--timeout", "2s"));
        try (CurfewProcess curfew = bench.waitingJob(options, "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(status(kubernetes)).isEqualTo(401);
    }

    @Test
    void curfewToldToStopProvesItBeforeItGoes(Kubernetes kubernetes) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.stop();
            assertThat(curfew.exitCode()).isEqualTo(143);
        }
        assertThat(status(kubernetes)).isEqualTo(401);
        assertThat(bench.entry("run.ended").at("/details/how").asText()).isEqualTo("stopped");
    }

    @Test
    void whenCurfewItselfIsKilledTheNextOneEndsIt(Kubernetes kubernetes) throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.kill();
            curfew.exitCode();
        }
        String account = "curfew-" + bench.window().path("id").asText();
        assertThat(accounts(kubernetes)).contains(account);
        try (CurfewProcess next = bench.curfew(List.of("windows"))) {
            assertThat(next.exitCode()).as(next.err()).isZero();
        }
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
        assertThat(accounts(kubernetes)).doesNotContain(account);
        bench.go();
    }

    private static String accounts(Kubernetes kubernetes) {
        return kubernetes
                .call("GET", "/api/v1/namespaces/curfew/serviceaccounts", Map.of())
                .toString();
    }

    private static void await(JobBench machine, String file) {
        while (!machine.has(file) && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private int status(Kubernetes kubernetes) {
        return status(kubernetes, bench);
    }

    private static int status(Kubernetes kubernetes, JobBench machine) {
        return kubernetes
                .call("GET", "/api/v1/namespaces/curfew/configmaps", Map.of(), machine.text("given"))
                .status();
    }
}
