package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logins at a real PostgreSQL that OpenBao's database engine hands out: one that a job takes with its token, and one
/// that it is given in its place, end with the run.
@WithOpenBao
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenBaoLeaseRunTest {
    private static final String PATH = "bao:path/leased/creds/porter";
    private static final String GIVEN = "CURFEW_USERNAME:$CURFEW_PASSWORD$BAO_TOKEN";

    private final PostgreSql server = PostgreSql.start();
    private JobBench bench = JobBench.none();

    @BeforeAll
    void anEngineAndAMachine(OpenBao openBao, @TempDir Path home) {
        server.run("postgres", "CREATE ROLE engine SUPERUSER LOGIN PASSWORD 'engine-4711'");
        openBao.write("sys/mounts/leased", Map.of("type", "database"));
        database(openBao, "main", "127.0.0.1");
        database(openBao, "named", "localhost");
        role(openBao, "porter", "main", "1h");
        role(openBao, "guest", "main", "1h");
        role(openBao, "elsewhere", "named", "1h");
        openBao.policy("lease-porter", "path \"leased/creds/porter\" { capabilities = [\"read\"] }");
        openBao.policy("lease-elsewhere", "path \"leased/creds/elsewhere\" { capabilities = [\"read\"] }");
        openBao.policy("lease-more", "path \"leased/creds/*\" { capabilities = [\"read\"] }");
        bench = JobBench.in(home);
        bench.connect(openBao);
        bench.connect(server);
    }

    private void database(OpenBao openBao, String name, String host) {
        openBao.write(
                "leased/config/" + name,
                Map.of(
                        "plugin_name", "postgresql-database-plugin",
                        "connection_url",
                                "postgresql://{{username}}:{{password}}@" + host + ":" + server.port()
                                        + "/postgres?sslmode=require",
                        "username", "engine",
                        "password", "engine-4711",
                        "allowed_roles", "*"));
    }

    private static void role(OpenBao openBao, String name, String database, String ttl) {
        openBao.write(
                "leased/roles/" + name,
                Map.of(
                        "db_name", database,
                        "creation_statements",
                                "CREATE ROLE \"{{name}}\" LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}'",
                        "default_ttl", ttl));
    }

    @AfterAll
    void stop(OpenBao openBao) {
        openBao.call("POST", "sys/leases/revoke-force/leased", Map.of());
        openBao.call("DELETE", "sys/mounts/leased", Map.of());
        server.close();
    }

    @AfterEach
    void noPasswordIsLeftAnywhere() {
        String given = bench.has("given") ? bench.text("given") : "no:password";
        bench.assertNowhere(given.substring(given.indexOf(':') + 1));
    }

    @Test
    void aLoginThatTheJobTookWithItsTokenIsRefusedWhenTheRunIsOver(OpenBao openBao) throws InterruptedException {
        bench.waiting("BAO_TOKEN");
        try (CurfewProcess curfew = bench.waitingJob(bench.job("bao:policy/lease-porter", "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            Answer taken = openBao.call("GET", "leased/creds/porter", Map.of(), bench.text("given"))
                    .ok();
            String user = taken.text("/data/username");
            String password = taken.text("/data/password");
            assertThat(JobBench.isLetIn(server, user, password)).isTrue();
            bench.go();

            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
            assertThat(JobBench.isLetIn(server, user, password)).isFalse();
            assertGone(user);
        }
        assertThat(bench.entry("run.ended").at("/details/proof").asText()).isEqualTo("proved");
    }

    @Test
    void aJobIsGivenTheLoginItself(OpenBao openBao) throws InterruptedException {
        bench.waiting(GIVEN);
        try (CurfewProcess curfew = bench.waitingJob(bench.job(PATH, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            assertThat(isLetIn()).isTrue();
            assertThat(bench.text("environment"))
                    .contains("PGUSER=" + user(), "PGPASSWORD=", "CURFEW_CREDENTIAL={")
                    .doesNotContain("_TOKEN=");
            bench.go();

            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
            assertThat(curfew.err())
                    .contains(
                            "refused 3 of 3 at ",
                            "bao:lease/leased/creds/porter/",
                            "not listed any more. Where it is used: refused 3 of 3 at ");
        }
        assertThat(isLetIn()).isFalse();
        assertGone(user());
        JsonNode ended = bench.entry("run.ended").path("details");
        assertThat(ended.path("leaseGone").asBoolean()).isTrue();
        assertThat(ended.at("/leaseUse/proof").asText()).isEqualTo("proved");
        assertThat(openBao.call(
                                "POST",
                                "sys/leases/lookup",
                                Map.of("lease_id", ended.path("lease").asText().substring("bao:lease/".length())))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whereNoSourceIsConnectedItsLoginIsNotTried() throws InterruptedException {
        bench.waiting(GIVEN);
        try (CurfewProcess curfew = bench.waitingJob(bench.job("bao:path/leased/creds/elsewhere", "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            bench.go();

            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
            assertThat(curfew.err())
                    .contains("It was not tried where it is used: no connected source is localhost:" + server.port()
                            + "/postgres.");
        }
        assertThat(isLetIn()).isFalse();
        JsonNode ended = bench.entry("run.ended").path("details");
        assertThat(ended.path("leaseGone").asBoolean()).isTrue();
        assertThat(ended.has("leaseUse")).isFalse();
        assertThat(ended.path("leaseUntried").asText()).contains("localhost");
    }

    @Test
    void aJobThatFails() throws InterruptedException {
        bench.waiting(GIVEN);
        try (CurfewProcess curfew = bench.waitingJob(bench.job(PATH, "15m"), "7")) {
            curfew.await(() -> bench.has("environment"));
            bench.go();
            assertThat(curfew.exitCode()).isEqualTo(7);
        }
        assertThat(isLetIn()).isFalse();
    }

    @Test
    void aJobThatIsKilled() throws InterruptedException {
        try (CurfewProcess curfew = bench.killedJob(bench.job(PATH, "15m"), GIVEN)) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(137);
        }
        assertThat(isLetIn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"15m, 3s", "1m, 15m"})
    void aJobThatTakesTooLong(String ttl, String timeout) throws InterruptedException {
        bench.waiting(GIVEN);
        List<String> options = new ArrayList<>(bench.job(PATH, ttl));
        options.addAll(List.of("--timeout", timeout));
        try (CurfewProcess curfew = bench.waitingJob(options, "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(isLetIn()).isFalse();
    }

    @Test
    void theJobEndsBeforeALoginThatTheEngineEndsSooner(OpenBao openBao) throws InterruptedException {
        role(openBao, "porter", "main", "20s");
        bench.waiting(GIVEN);
        Instant started = Instant.now();
        try (CurfewProcess curfew = bench.waitingJob(bench.job(PATH, "15m"), "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        } finally {
            role(openBao, "porter", "main", "1h");
        }
        assertThat(Instant.now()).isBefore(started.plusSeconds(300));
        assertThat(isLetIn()).isFalse();
    }

    @Test
    void whenCurfewItselfIsKilledTheNextOneEndsIt() throws InterruptedException {
        bench.waiting(GIVEN);
        try (CurfewProcess curfew = bench.waitingJob(bench.job(PATH, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.kill();
            curfew.exitCode();
        }
        assertThat(isLetIn()).as("until somebody looks, or OpenBao ends it").isTrue();
        try (CurfewProcess sweeping = bench.curfew(List.of("windows"))) {
            assertThat(sweeping.exitCode()).as(sweeping.err()).isZero();
        }
        assertThat(isLetIn()).isFalse();
        assertGone(user());
        JsonNode ended = bench.entry("run.ended").path("details");
        assertThat(ended.path("how").asText()).isEqualTo("abandoned");
        assertThat(ended.path("lease"))
                .isEqualTo(bench.entry("run.started").path("details").path("lease"));
        assertThat(ended.path("leaseGone").asBoolean()).as(ended.toString()).isTrue();
        bench.go();
    }

    @Test
    void itGoesIntoAFileAlone() throws InterruptedException {
        List<String> options = new ArrayList<>(bench.job(PATH, "15m"));
        options.addAll(List.of("--file", bench.home().resolve("credential").toString()));
        String copy = "tr -d '{}\"' < \"$CURFEW_CREDENTIAL_FILE\" > " + bench.home()
                + "/given; test -z \"$CURFEW_PASSWORD$PGPASSWORD\"";
        try (CurfewProcess curfew = bench.run(options, "sh", "-c", copy)) {
            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
        }
        String[] fields = bench.text("given").split("[:,]", -1);
        assertThat(List.of(fields[0], fields[2])).containsExactly("password", "username");
        assertThat(JobBench.isLetIn(server, fields[3], fields[1])).isFalse();
        bench.drop("given");
        bench.assertNowhere(fields[1]);
    }

    @Test
    void whereNoPolicyLetsExactlyThatTheRunDoesNotBegin() throws InterruptedException {
        try (CurfewProcess curfew = bench.run(bench.job("bao:path/leased/creds/guest", "15m"), "true")) {
            assertThat(curfew.exitCode()).isEqualTo(ExitCode.RUN_FAILED);
            assertThat(curfew.err()).contains("path \"leased/creds/guest\" { capabilities = [\"read\"] }");
        }
    }

    @Test
    void whoeverSignsIsShownItAndTheTokenItselfIsNotIssued() throws InterruptedException {
        List<String> asking = List.of("--role", PATH, "--ttl", "10m", "--purpose", "a look at the door");
        try (CurfewProcess curfew = bench.waitingJob(asking, "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_NEEDS_SIGNATURES);
        }
        JsonNode all = bench.commands().json("requests").items();
        String request = all.get(all.size() - 1).path("id").asText();
        var approved = bench.commands().as("bo", "approve", request);
        assertThat(approved.exitCode()).as(approved.err()).isZero();
        assertThat(approved.err() + approved.out()).contains("leased/creds/porter");

        var issued = bench.commands().as("ci", "issue", request, "--reveal");

        assertThat(issued.exitCode()).isNotZero();
        assertThat(issued.err()).contains("curfew run --request " + request);
    }

    private String user() {
        return bench.text("given").split(":", 2)[0];
    }

    private boolean isLetIn() {
        return JobBench.isLetIn(server, user(), bench.text("given").split(":", 2)[1]);
    }

    private void assertGone(String user) {
        assertThat(server.query("postgres", "SELECT rolname FROM pg_roles WHERE rolname = '" + user + "'"))
                .isEmpty();
    }
}
