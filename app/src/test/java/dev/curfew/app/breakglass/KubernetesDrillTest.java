package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Drills on a real API server, of an account that is set up as the documentation has it. Its use is noticed by the
/// server's own audit log. The tests are the steps of one story.
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KubernetesDrillTest {
    private static final String PATH = "k8s-emergency";
    private static final String USER = "system:serviceaccount:break-glass:emergency";
    private static final String LAST_USED = "kubernetes.io/legacy-token-last-used";
    private static final int FILLED_WITHIN_SECONDS = 60;
    private static final int REFUSED_WITHIN_MILLIS = 30_000;

    private final Receiver receiver = new Receiver();
    private final DrillBench bench;
    private final Path elsewhere;
    private Kubectl kubectl;
    private ControllerManager controllers;
    private Path auditLog = Path.of("");
    private long auditedBefore;
    private String first = "";

    KubernetesDrillTest(@TempDir Path home, @TempDir Path elsewhere) {
        bench = new DrillBench(home);
        this.elsewhere = elsewhere;
    }

    @BeforeAll
    void aPath(Kubernetes kubernetes) throws IOException {
        kubectl = Kubectl.of(kubernetes);
        controllers = ControllerManager.start(kubernetes);
        auditLog = kubernetes.auditLog();
        String manual = Files.readString(Path.of("..", "docs", "user", "break-glass.md"));
        String yaml = manual.substring(manual.indexOf("```yaml\n") + "```yaml\n".length());
        kubectl.run(yaml.substring(0, yaml.indexOf("```")), List.of("apply", "-f", "-"));
        first = token("emergency-token");
        bench.connect(
                "kubernetes",
                "k8s",
                kubernetes.address().toString(),
                kubernetes.administratorToken().reveal(),
                "--ca-file",
                kubernetes.certificate().toString());
        receiver.noticing(this::isAudited);
        Answer registered = bench.register(
                PATH,
                "k8s",
                first,
                "break-glass/canary",
                "--alert",
                receiver.address(),
                "--alert-raised-by-source",
                "--alert-within",
                "10s");
        assertThat(registered.exitCode()).as(registered.err()).isZero();
        assertThat(registered.item().path("notApart")).isEmpty();
    }

    @AfterAll
    void stop() {
        receiver.close();
        controllers.close();
    }

    /// Whether since the drill began the server's audit log has the account bind itself.
    private boolean isAudited(String account) {
        try {
            String log = Files.readString(auditLog, StandardCharsets.UTF_8);
            String since = log.substring((int) Math.min(auditedBefore, log.length()));
            return account.startsWith("serviceaccount/break-glass/emergency/")
                    && since.lines()
                            .anyMatch(line -> line.contains("\"username\":\"" + USER + "\"")
                                    && line.contains("\"verb\":\"create\"")
                                    && line.contains("\"resource\":\"clusterrolebindings\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String token(String secret) {
        long deadline = System.nanoTime() + FILLED_WITHIN_SECONDS * 1_000_000_000L;
        while (true) {
            String found =
                    kubectl.run("get", "secret", secret, "--namespace=break-glass", "-o", "jsonpath={.data.token}");
            if (!found.isEmpty()) {
                return new String(Base64.getDecoder().decode(found), StandardCharsets.US_ASCII);
            }
            assertThat(System.nanoTime()).as("filled in time").isLessThan(deadline);
            LockSupport.parkNanos(100_000_000L);
        }
    }

    @Test
    @Order(1)
    void aDrillThatPassesLeavesNothingOpen(Kubernetes kubernetes) throws IOException {
        String before = bench.sealed(PATH);
        assertThat(before).as("what was registered with is not what is sealed").isNotEqualTo(first);
        auditedBefore = Files.size(auditLog);

        Answer drilled = bench.drill(List.of("ada", "bo"), PATH);

        assertThat(drilled.exitCode()).as(drilled.err() + drilled.out()).isZero();
        assertThat(DrillBench.verdicts(drilled)).isEqualTo("PASSED PASSED PASSED PASSED PASSED PASSED PASSED");
        assertThat(DrillBench.stage(drilled, "end").path("millis").asLong())
                .as("the server keeps its last good answer for some seconds")
                .isBetween(0L, (long) REFUSED_WITHIN_MILLIS);
        System.out.println("drill on Kubernetes: " + drilled.out());
        String id = DrillBench.stage(drilled, "seal").path("drill").asText();
        assertThat(kubectl.run(
                        "get", "configmap", "canary", "--namespace=break-glass", "-o", "jsonpath={.data.curfew-drill}"))
                .isEqualTo(id);
        nothingIsOpen(kubernetes);
        String after = bench.sealed(PATH);
        assertThat(whoami(kubernetes, before)).isEqualTo(401);
        assertThat(whoami(kubernetes, after)).isEqualTo(201);
        for (String value : List.of(first, before, after)) {
            bench.assertNowhere(value);
        }
    }

    /// One token, and no binding to the role.
    private void nothingIsOpen(Kubernetes kubernetes) {
        assertThat(kubernetes
                        .call(
                                "GET",
                                "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/break-glass:emergency",
                                Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(kubectl.run("get", "secrets", "--namespace=break-glass", "-o", "name")
                        .lines())
                .hasSize(1);
    }

    private static int whoami(Kubernetes kubernetes, String token) {
        return kubernetes
                .call(
                        "POST",
                        "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                        Map.of("apiVersion", "authentication.k8s.io/v1", "kind", "SelfSubjectReview"),
                        token)
                .status();
    }

    /// By two files and two passphrases, and with kubectl as it is: the token is in no file.
    @Test
    @Order(2)
    void byItsFilesAloneAProgramFindsItsSession(Kubernetes kubernetes) throws IOException {
        for (String file : List.of(PATH + ".envelope", "bo.custody", "cy.custody")) {
            Files.copy(bench.custody().resolve(file), elsewhere.resolve(file));
        }
        Path given = elsewhere.resolve("given");
        String program = kubectl.command(List.of()).getFirst();
        Answer opened = bench.commands()
                .bare(
                        Map.of(
                                "CURFEW_WORKSPACE", elsewhere.resolve("none").toString(),
                                "PATH", System.getenv("PATH"),
                                // kubectl keeps what it discovered below it.
                                "HOME", elsewhere.toString()),
                        "",
                        List.of(CommandBench.passphraseOf("bo"), CommandBench.passphraseOf("cy")),
                        "break-glass",
                        "open-offline",
                        "--envelope",
                        elsewhere.resolve(PATH + ".envelope").toString(),
                        "--key",
                        "bo=" + elsewhere.resolve("bo.custody"),
                        "--key",
                        "cy=" + elsewhere.resolve("cy.custody"),
                        "sh",
                        "-c",
                        "cat $KUBECONFIG > " + given + "; " + program
                                + " get configmap canary --namespace=break-glass -o jsonpath={.metadata.name} >> "
                                + given);

        assertThat(opened.exitCode()).as(opened.err()).isZero();
        assertThat(Files.readString(given)).endsWith("canary").doesNotContain("eyJ");
        nothingIsOpen(kubernetes);
    }

    /// Each of the four is found where it is; nothing is found before, between and after.
    @Test
    @Order(3)
    void whatIsNotKeptApartIsFound() {
        apart();
        kubectl.run("create", "serviceaccount", "daily", "--namespace=default");
        kubectl.run(
                "create",
                "clusterrolebinding",
                "daily",
                "--clusterrole=emergency-activation",
                "--serviceaccount=default:daily");
        assertThat(bench.notApart("k8s", PATH))
                .singleElement()
                .asString()
                .startsWith("Its policy ")
                .contains("emergency-activation", "is held by 1 others too, serviceaccount/default/daily/");
        kubectl.run("delete", "clusterrolebinding", "daily");
        apart();

        kubectl.run("label", "serviceaccount", "emergency", "--namespace=break-glass", "owner=platform");
        kubectl.run("label", "serviceaccount", "daily", "--namespace=default", "owner=platform");
        assertThat(bench.notApart("k8s", PATH)).containsExactly("Its owner platform owns 1 other identities.");
        kubectl.run("delete", "serviceaccount", "daily", "--namespace=default");
        apart();

        String sealed =
                kubectl.run("get", "secrets", "--namespace=break-glass", "-o", "jsonpath={.items[0].metadata.name}");
        kubectl.run("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: another-token
                  namespace: break-glass
                  annotations: {kubernetes.io/service-account.name: emergency}
                type: kubernetes.io/service-account-token
                """, List.of("apply", "-f", "-"));
        token("another-token");
        assertThat(bench.notApart("k8s", PATH)).containsExactly("It has 2 credentials; one is sealed.");
        kubectl.run("delete", "secret", "another-token", "--namespace=break-glass");
        apart();

        // as the server itself notes the day of the last use
        kubectl.run("label", "secret", sealed, "--namespace=break-glass", "--overwrite", LAST_USED + "=2026-01-02");
        assertThat(bench.notApart("k8s", PATH))
                .containsExactly("It was used at 2026-01-02T00:00:00Z, outside of any drill.");
        kubectl.run("label", "secret", sealed, "--namespace=break-glass", LAST_USED + "-");
        apart();
    }

    private void apart() {
        assertThat(bench.notApart("k8s", PATH)).isEmpty();
    }

    @Test
    @Order(4)
    void anAccountThatMayNotBindItselfIsToldSo(Kubernetes kubernetes) {
        kubectl.run("delete", "clusterrolebinding", "emergency-activation");

        Answer drilled = bench.drill(List.of("ada", "bo"), PATH);

        assertThat(drilled.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(DrillBench.verdicts(drilled))
                .isEqualTo("PASSED FAILED NOT_DONE NOT_DONE NOT_DONE NOT_DONE NOT_DONE");
        assertThat(DrillBench.stage(drilled, "activation").path("sentence").asText())
                .contains("could not bind itself to the ClusterRole break-glass:emergency");
        nothingIsOpen(kubernetes);
    }
}
