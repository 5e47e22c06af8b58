package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.kubernetes.ControllerManager;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A service account's token in a Secret is replaced before it is revoked; tokens that end by themselves need no
/// second one. The tests are the steps of one story.
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KubernetesRotationTest {
    private static final int FILLED_WITHIN_SECONDS = 60;

    private Path home = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private Kubectl kubectl;
    private ControllerManager controllers;
    private Path oldFile = Path.of("");
    private Path newFile = Path.of("");
    private String old = "";
    private String rotation = "";

    @BeforeAll
    void aServerAndAMachine(Kubernetes kubernetes, @TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        kubectl = Kubectl.of(kubernetes);
        controllers = ControllerManager.start(kubernetes);
        kubectl.run(Shipped.needs("kubernetes", false), List.of("apply", "-f", "-"));
        kubectl.run(Shipped.needs("kubernetes", true), List.of("apply", "-f", "-"));
        kubectl.run("create", "clusterrole", "rotation", "--verb=create", "--resource=secrets");
        kubectl.run(
                "create",
                "clusterrolebinding",
                "rotation",
                "--clusterrole=rotation",
                "--serviceaccount=curfew:curfew-actor");
        kubectl.run("create", "namespace", "rotation");
        kubectl.run("create", "serviceaccount", "billing", "--namespace=rotation");
        kubectl.run("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: billing-token
                  namespace: rotation
                  annotations: {kubernetes.io/service-account.name: billing}
                type: kubernetes.io/service-account-token
                """, List.of("apply", "-f", "-"));
        oldFile = bench.file("old.token", token("billing-token"));
        newFile = home.resolve("new.token");
        old = "k8s:secret/rotation/billing-token/" + uid("secret", "billing-token");
        bench.run("init");
        bench.connect(
                "kubernetes",
                "k8s",
                kubernetes.address().toString(),
                requested("curfew-reader"),
                requested("curfew-actor"),
                "--ca-file",
                kubernetes.certificate().toString(),
                "--environment",
                "test");
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        controllers.close();
    }

    @Test
    @Order(0)
    void aSecondSecretThatIsNotWantedIsTakenBack() throws IOException {
        Path unwanted = home.resolve("unwanted.token");
        Answer started =
                bench.as("ada", "rotate", "start", old, "--to-file", unwanted.toString(), "--reason", "a mistake");
        assertThat(started.exitCode()).as(started.err()).isZero();
        String id = started.item().path("id").asText();

        Answer back = bench.as("ada", "rotate", "back", id);

        assertThat(back.exitCode()).as(back.err() + back.out()).isZero();
        assertThat(kubectl.run("get", "secrets", "--namespace=rotation", "-o", "name"))
                .contains("secret/billing-token")
                .doesNotContain(id);
        assertThat(whoami(Files.readString(oldFile).strip())).isEqualTo("system:serviceaccount:rotation:billing");
        assertThat(bench.json("rotate", "list").item().path("stage").asText()).isEqualTo("DISCARDED");
    }

    @Test
    @Order(1)
    void aSecondSecretOfTheSameAccountIsMadeAndHandedOver() throws IOException {
        Answer answer =
                bench.as("ada", "rotate", "start", old, "--to-file", newFile.toString(), "--reason", "a year old");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        rotation = answer.item().path("id").asText();
        assertThat(answer.item().path("new").asText()).startsWith("k8s:secret/rotation/billing-token-" + rotation);
        assertThat(whoami(Files.readString(newFile).strip())).isEqualTo("system:serviceaccount:rotation:billing");
    }

    @Test
    @Order(2)
    void itIsNotCutOnTheDayThatItWasUsed() {
        Answer cut = bench.as("ada", "rotate", "cut", rotation);

        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err()).containsAnyOf("is not quiet yet", "is still used is not known");
    }

    @Test
    @Order(3)
    void cutItIsProvedRefusedAndTheNewOneWorks() throws IOException {
        String although = bench.json("rotate", "look", rotation)
                        .item()
                        .path("said")
                        .asText()
                        .startsWith("not known")
                ? "unknown"
                : "used";
        Answer cut = bench.as(
                "ada",
                "rotate",
                "cut",
                rotation,
                "--although",
                although,
                "--old-file",
                oldFile.toString(),
                "--new-file",
                newFile.toString());

        assertThat(cut.exitCode()).as(cut.err() + cut.out()).isZero();
        assertThat(cut.item().path("action").asText()).isEqualTo("kubernetes.delete-secret");
        assertThat(whoami(Files.readString(newFile).strip())).isEqualTo("system:serviceaccount:rotation:billing");
        assertThat(bench.json("rotate", "list").items())
                .extracting(item -> item.path("stage").asText())
                .containsExactlyInAnyOrder("DISCARDED", "ENDED");
    }

    @Test
    @Order(4)
    void aTokenThatEndsByItselfNeedsNoSecondOne() {
        requestedOf("rotation", "billing");
        assertThat(bench.json("sync").exitCode()).isZero();

        Answer answer = bench.as(
                "ada",
                "rotate",
                "start",
                "k8s:token/rotation/billing/" + uid("serviceaccount", "billing"),
                "--reason",
                "no",
                "--",
                "cat");

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.err()).contains("needs no second one: requested tokens end by themselves");
    }

    @Test
    @Order(5)
    void noSecretIsLeftAnywhere() throws IOException {
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
        Traces.assertNowhere(Files.readString(newFile).strip(), home, Set.of(newFile), bench.seen());
        Traces.assertNowhere(Files.readString(oldFile).strip(), home, Set.of(oldFile), bench.seen());
    }

    private String whoami(String token) {
        return kubectl.run("auth", "whoami", "--token=" + token, "-o", "jsonpath={.status.userInfo.username}");
    }

    private String token(String secret) {
        long deadline = System.nanoTime() + FILLED_WITHIN_SECONDS * 1_000_000_000L;
        while (true) {
            String found = kubectl.run("get", "secret", secret, "--namespace=rotation", "-o", "jsonpath={.data.token}");
            if (!found.isEmpty()) {
                return new String(Base64.getDecoder().decode(found), StandardCharsets.US_ASCII);
            }
            assertThat(System.nanoTime()).as("filled in time").isLessThan(deadline);
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private String uid(String kind, String name) {
        return kubectl.run("get", kind, name, "--namespace=rotation", "-o", "jsonpath={.metadata.uid}");
    }

    private String requested(String account) {
        return requestedOf("curfew", account);
    }

    private String requestedOf(String namespace, String account) {
        return kubectl.run("create", "token", account, "--namespace=" + namespace)
                .strip();
    }
}
