package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `curfew run` on a real PostgreSQL: a login for one job, dropped after with its sessions.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresRunTest {
    private static final String ROLE = "pg:member/porters";

    private final PostgreSql server = PostgreSql.start("log_statement=all");
    private JobBench bench = JobBench.none();

    @BeforeAll
    void aServerAndAMachine(@TempDir Path home) {
        bench = JobBench.in(home);
        server.run("postgres", "CREATE ROLE porters", "CREATE TABLE doors (code text)");
        server.run("postgres", "GRANT SELECT ON doors TO porters", "INSERT INTO doors VALUES ('1234')");
        bench.connect(server);
        bench.waiting("PGUSER:$PGPASSWORD");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @AfterEach
    void noPasswordIsLeftAnywhere() {
        String given = bench.has("given") ? bench.text("given") : "no:password";
        bench.assertNowhere(given.substring(given.indexOf(':') + 1));
    }

    @Test
    void aJobThatEndsTakesItsSessionsWithIt() throws InterruptedException, SQLException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            try (Connection session = session()) {
                assertThat(code(session)).isEqualTo("1234");
                bench.go();
                assertThat(curfew.exitCode()).as(curfew.err()).isZero();
                assertThat(curfew.err()).contains("refused 3 of 3 at ");
                assertThatThrownBy(() -> code(session)).isInstanceOf(SQLException.class);
            }
        }
        assertGone();
        assertThat(bench.window().path("enforcedByTarget").asBoolean()).isFalse();
        assertThat(bench.entry("run.ended").at("/details/proof").asText()).isEqualTo("proved");
    }

    @Test
    void aJobThatFails() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "3")) {
            curfew.await(() -> bench.has("environment"));
            bench.go();
            assertThat(curfew.exitCode()).isEqualTo(3);
        }
        assertGone();
    }

    @Test
    void aJobThatIsKilled() throws InterruptedException {
        try (CurfewProcess curfew = bench.killedJob(bench.job(ROLE, "15m"), "PGUSER:$PGPASSWORD")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(137);
        }
        assertGone();
    }

    @Test
    void aJobThatWouldOutliveItsCredential() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "1m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            Instant endsAt = Instant.parse(bench.window().path("endsAt").asText());
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
            assertThat(Instant.now()).isBefore(endsAt.plusSeconds(30));
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertGone();
    }

    @Test
    void curfewToldToStop() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.stop();
            assertThat(curfew.exitCode()).isEqualTo(143);
        }
        assertGone();
        assertThat(bench.text("told")).isEqualTo("TERM");
    }

    @Test
    void aJobThatTakesTooLong() throws InterruptedException {
        List<String> options = new ArrayList<>(bench.job(ROLE, "15m"));
        options.addAll(List.of("--timeout", "3s"));
        try (CurfewProcess curfew = bench.waitingJob(options, "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        }
        assertGone();
    }

    @Test
    void whenCurfewItselfIsKilledTheNextOneDropsIt() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(ROLE, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.kill();
            curfew.exitCode();
        }
        try (CurfewProcess next = bench.curfew(List.of("windows"))) {
            assertThat(next.exitCode()).as(next.err()).isZero();
        }
        assertGone();
        assertThat(bench.entry("run.ended").at("/details/how").asText()).isEqualTo("abandoned");
        bench.go();
    }

    private void assertGone() {
        assertThat(server.query("postgres", "SELECT rolname FROM pg_roles WHERE rolname LIKE 'curfew-%'"))
                .isEmpty();
        assertThat(server.query("postgres", "SELECT 1 FROM pg_stat_activity WHERE usename LIKE 'curfew-%'"))
                .isEmpty();
        assertThatThrownBy(this::session).isInstanceOf(SQLException.class);
    }

    private Connection session() throws SQLException {
        String[] given = bench.text("given").split(":", 2);
        return server.connect("postgres", given[0], given[1]);
    }

    private static String code(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery("SELECT code FROM doors")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
