package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.kubernetes.Kubectl;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.kubernetes.WithKubernetes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Bindings of a service account, of which the cluster holds no end, are taken away by `watch` and given back. The
/// tests are the steps of one story.
@WithKubernetes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KubernetesTimeBoxTest {
    private Path home = Path.of(System.getProperty("java.io.tmpdir"));
    private CommandBench bench = new CommandBench(home, Clock.systemUTC());
    private Kubectl kubectl;
    private String account = "";
    private String box = "";

    @BeforeAll
    void anAccountThatMayViewAndConfigure(Kubernetes kubernetes, @TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        kubectl = Kubectl.of(kubernetes);
        kubectl.run(Shipped.needs("kubernetes", false), List.of("apply", "-f", "-"));
        kubectl.run(
                Shipped.needs("kubernetes", true).replace("resourceNames: [view]", "resourceNames: [sees-pods]"),
                List.of("apply", "-f", "-"));
        kubectl.run("create", "namespace", "boxed");
        kubectl.run("create", "serviceaccount", "billing", "--namespace=boxed");
        // Nothing gathers the rules of "view" here: that is a controller's work.
        kubectl.run("create", "clusterrole", "sees-pods", "--verb=get", "--resource=pods");
        bind("reads", "--clusterrole=sees-pods");
        kubectl.run("create", "role", "keys", "--namespace=boxed", "--verb=get", "--resource=secrets");
        bind("keys", "--role=keys");
        kubectl.run("create", "clusterrole", "binds-keys", "--verb=bind", "--resource=roles", "--resource-name=keys");
        kubectl.run(
                "create",
                "clusterrolebinding",
                "binds-keys",
                "--clusterrole=binds-keys",
                "--serviceaccount=curfew:curfew-actor");
        account = "k8s:serviceaccount/boxed/billing/"
                + kubectl.run(
                        "get", "serviceaccount", "billing", "--namespace=boxed", "-o", "jsonpath={.metadata.uid}");
        bench.run("init");
        bench.connect(
                "kubernetes",
                "k8s",
                kubernetes.address().toString(),
                requested("curfew-reader"),
                requested("curfew-actor"),
                "--ca-file",
                kubernetes.certificate().toString());
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @Test
    @Order(1)
    void thePlanSaysThatTheClusterHoldsNoEnd() {
        Answer plan = bench.json("timebox", account, "--only", "sees-pods", "--until", "2h");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.item().path("targetEnforced").asBoolean()).isFalse();
        assertThat(plan.item().path("how").asText()).contains("holds no end", "boxed/reads");
    }

    @Test
    @Order(2)
    void theBindingOfOneRoleEndsByWatchAndTheOtherStays() throws InterruptedException {
        box = applied();
        watch();
        assertThat(bindings()).isEqualTo("keys reads");
        assertThat(mayAtLast("get", "pods", "yes")).isEqualTo("yes");

        bench = new CommandBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(3)));
        watch();
        watch();

        assertThat(bindings()).isEqualTo("keys");
        assertThat(mayAtLast("get", "pods", "no")).isEqualTo("no");
        assertThat(may("get", "secrets")).isEqualTo("yes");
        assertThat(new TimeBoxes(bench).stage()).isEqualTo("ENDED");
    }

    @Test
    @Order(3)
    void takenBackItIsBoundAgain() throws InterruptedException {
        new TimeBoxes(bench).back(box);

        assertThat(bindings()).isEqualTo("keys reads");
        assertThat(mayAtLast("get", "pods", "yes")).isEqualTo("yes");
    }

    @Test
    @Order(4)
    void whatAPlanTookComesBackWithoutWhatABoxTook() {
        assertThat(bench.json("sync").exitCode()).isZero();
        box = applied();
        bench = new CommandBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(6)));
        watch();
        watch();
        assertThat(bindings()).isEqualTo("keys");

        Answer undone = bench.as("ada", "revoke", "undo", taken());

        assertThat(bindings()).as(undone.err()).isEqualTo("keys");
    }

    @Test
    @Order(5)
    void ofTwoEndsOnOneAccountEachTakesAndGivesBackItsOwn() {
        new TimeBoxes(bench).back(box);
        assertThat(bindings()).isEqualTo("keys reads");
        assertThat(bench.json("sync").exitCode()).isZero();
        String narrow = applied();
        String wide = new TimeBoxes(bench).apply(List.of(account, "--until", "5h"));

        bench = new CommandBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(9)));
        watch();
        assertThat(bindings())
                .as("what only the other covers stays until that is over")
                .isEqualTo("keys");
        bench = new CommandBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(12)));
        watch();
        assertThat(bindings()).isEmpty();

        new TimeBoxes(bench).back(wide);
        assertThat(bindings()).isEqualTo("keys");
        new TimeBoxes(bench).back(narrow);
        assertThat(bindings()).isEqualTo("keys reads");
    }

    /// An end on the one role.
    private String applied() {
        return new TimeBoxes(bench).apply(List.of(account, "--only", "sees-pods", "--until", "2h"));
    }

    /// A plan takes every binding that is left.
    private String taken() {
        assertThat(bench.json("sync").exitCode()).isZero();
        String token = account.replace("k8s:serviceaccount/", "k8s:token/");
        Answer killed = bench.as("ada", "kill", "--deactivate", "--reason", "a drill", token);
        assertThat(bindings()).as(killed.err()).isEmpty();
        JsonNode plans = bench.json("revoke", "list").items();
        return plans.get(plans.size() - 1).path("id").asText();
    }

    private void bind(String name, String role) {
        kubectl.run("create", "rolebinding", name, role, "--namespace=boxed", "--serviceaccount=boxed:billing");
    }

    private String bindings() {
        return kubectl.run("get", "rolebindings", "--namespace=boxed", "-o", "jsonpath={.items[*].metadata.name}");
    }

    /// The server's authorizer hears of bindings a moment later.
    private String mayAtLast(String verb, String resource, String expected) throws InterruptedException {
        String answer = may(verb, resource);
        for (int i = 0; i < 50 && !answer.equals(expected); i++) {
            Thread.sleep(Duration.ofMillis(200));
            answer = may(verb, resource);
        }
        return answer;
    }

    /// By the server's own authorizer.
    private String may(String verb, String resource) {
        return kubectl.run(
                                """
                {"apiVersion":"authorization.k8s.io/v1","kind":"SubjectAccessReview","spec":{
                "user":"system:serviceaccount:boxed:billing",
                "resourceAttributes":{"namespace":"boxed","verb":"%s","resource":"%s"}}}""".formatted(verb, resource),
                                List.of("create", "-f", "-", "-o", "jsonpath={.status.allowed}"))
                        .equals("true")
                ? "yes"
                : "no";
    }

    private void watch() {
        Answer watched = bench.run("watch", "--once");
        assertThat(watched.exitCode()).as(watched.err()).isZero();
    }

    private String requested(String name) {
        return kubectl.run("create", "token", name, "--namespace=curfew").strip();
    }
}
