package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A policy ends by OpenBao itself, an entity by `watch`, and both are put back. The tests are the steps of one story.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenBaoTimeBoxTest {
    private static final Duration AHEAD = Duration.ofSeconds(8);

    private OpenBao openBao;
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private String entity = "";
    private String token = "";
    private String box = "";

    @BeforeAll
    void anEntityThatLogsIn(@TempDir Path home) {
        openBao = OpenBao.start();
        openBao.policy("billing", "path \"secret/data/door\" { capabilities = [\"read\"] }");
        openBao.write("secret/data/door", Map.of("data", Map.of("code", "1")));
        openBao.write("sys/auth/userpass", Map.of("type", "userpass"));
        openBao.write("auth/userpass/users/billing", Map.of("password", "billing-4711"));
        token = login();
        entity = openBao.call("GET", "auth/token/lookup-self", Map.of(), token)
                .ok()
                .text("/data/entity_id");
        openBao.write("identity/entity/id/" + entity, Map.of("policies", List.of("billing")));
        openBao.policy("curfew-read", Shipped.needs("openbao", false));
        openBao.policy("curfew-act", Shipped.needs("openbao", true) + """
                path "sys/policies/acl/*" { capabilities = ["read", "create", "update"] }
                path "identity/entity/id/*" { capabilities = ["read", "update"] }
                """);
        bench = new CommandBench(home, Clock.systemUTC());
        assertThat(bench.run("init").exitCode()).isZero();
        bench.connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                openBao.orphan("curfew-read").value(),
                openBao.orphan("curfew-act").value());
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    @Test
    @Order(1)
    void aPolicyEndsByTheServerAndComesBack() throws InterruptedException {
        Instant until = soon();
        Answer plan = bench.json("timebox", "bao:entity/" + entity, "--only", "billing", "--until", until.toString());
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.item().path("targetEnforced").asBoolean())
                .as(plan.out())
                .isTrue();

        box = apply(until, "--only", "billing");
        assertThat(read()).isEqualTo(200);
        waitFor(until);
        assertThat(read()).isEqualTo(403);
        assertThat(policy()).as("an expired policy is not there").isIn(204, 404);

        watch();
        assertThat(new TimeBoxes(bench).stage()).isEqualTo("ENDED");
        back();
        assertThat(read()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void takenBackBeforeItsEndThePolicyHasNone() {
        Instant until = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        box = apply(until, "--only", "billing");
        assertThat(openBao.read("sys/policies/acl/billing").text("/data/expiration"))
                .isEqualTo(until.toString());

        back();

        assertThat(openBao.read("sys/policies/acl/billing").body()).doesNotContain("expiration");
        assertThat(read()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void anEntityEndsByWatchAndComesBack() throws InterruptedException {
        Instant until = soon();
        box = apply(until);
        watch();
        assertThat(read()).isEqualTo(200);

        waitFor(until);
        assertThat(read()).isEqualTo(200);
        watch();
        assertThat(read()).isEqualTo(403);
        assertThat(new TimeBoxes(bench).stage()).isEqualTo("ENDED");

        back();
        assertThat(read()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void aPolicyThatWasDeletedBeforeItsEndIsNotMadeAnew() {
        box = apply(Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS), "--only", "billing");
        openBao.call(
                "DELETE",
                "sys/policies/acl/billing",
                Map.of(),
                openBao.rootToken().reveal());

        Answer back = bench.as("ada", "timebox", "rollback", box);

        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err()).contains("somebody");
        assertThat(read()).isEqualTo(403);
    }

    @Test
    @Order(5)
    void whatTheServersClockHasNotEndedIsNotOver() {
        openBao.policy("export", "path \"secret/data/door\" { capabilities = [\"read\"] }");
        openBao.write("identity/entity/id/" + entity, Map.of("policies", List.of("export")));
        assertThat(bench.json("sync").exitCode()).isZero();
        apply(Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS), "--only", "export");
        bench = new CommandBench(bench.home(), Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));

        watch();

        assertThat(read()).isEqualTo(200);
        assertThat(new TimeBoxes(bench).stage()).isEqualTo("ENDING");
        assertThat(bench.json("timebox", "list").out()).contains("its clock has not come to the end");
    }

    /// The status of the policy whose end is over.
    private int policy() {
        return openBao.call(
                        "GET",
                        "sys/policies/acl/billing",
                        Map.of(),
                        openBao.rootToken().reveal())
                .status();
    }

    private String apply(Instant until, String... more) {
        List<String> what = new ArrayList<>(List.of("bao:entity/" + entity, "--until", until.toString()));
        what.addAll(List.of(more));
        return new TimeBoxes(bench).apply(what);
    }

    private void back() {
        new TimeBoxes(bench).back(box);
    }

    private void watch() {
        assertThat(bench.run("watch", "--once").exitCode()).isZero();
    }

    private static Instant soon() {
        return Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    }

    /// By the server's clock, which is this machine's.
    private static void waitFor(Instant end) throws InterruptedException {
        Thread.sleep(Duration.between(Instant.now(), end).plusMillis(300));
    }

    private int read() {
        return openBao.call("GET", "secret/data/door", Map.of(), token).status();
    }

    private String login() {
        return openBao.write("auth/userpass/login/billing", Map.of("password", "billing-4711"))
                .text("/auth/client_token");
    }
}
