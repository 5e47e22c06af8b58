package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        bench = JobBench.in(home);
        bench.connect(kubernetes);
        bench.waiting("CURFEW_CREDENTIAL");
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
        try (CurfewProcess next = bench.curfew(List.of("windows"))) {
            assertThat(next.exitCode()).as(next.err()).isZero();
        }
        assertThat(bench.window().path("end").asText()).isEqualTo("ENDED_EARLY");
        assertThat(kubernetes
                        .call("GET", "/api/v1/namespaces/curfew/serviceaccounts", Map.of())
                        .toString())
                .doesNotContain("curfew-r-");
        bench.go();
    }

    private int status(Kubernetes kubernetes) {
        return kubernetes
                .call("GET", "/api/v1/namespaces/curfew/configmaps", Map.of(), bench.text("given"))
                .status();
    }
}
