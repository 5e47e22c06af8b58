package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.postgres.PostgreSql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A login and a membership that stand are given an end, end, and are put back, with no more than the shipped policies
/// allow. The tests are the steps of one story.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresTimeBoxTest {
    private static final String PASSWORD = "billing-password-4711";
    private static final String MEMBER = "SELECT m.admin_option, m.inherit_option, m.set_option FROM pg_auth_members m"
            + " JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member"
            + " WHERE g.rolname = 'payers' AND r.rolname = 'billing'";

    /// Long enough to write the end and to look, on a busy machine.
    private static final Duration AHEAD = Duration.ofSeconds(45);

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private PostgreSql server;
    private String box = "";

    @BeforeAll
    void aServerAndAMachine(@TempDir Path home) {
        bench = new CommandBench(home, Clock.systemUTC());
        server = PostgreSql.start();
        server.run(
                "postgres",
                "CREATE ROLE payers",
                "CREATE ROLE billing LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE ROLE auditors",
                "GRANT auditors TO billing");
        bench.run("init");
        Shipped.connect(bench, server);
        server.run("postgres", "GRANT payers TO billing WITH INHERIT TRUE, SET FALSE GRANTED BY curfew_act");
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void thePlanSaysThatTheServerEndsNoSession() {
        Answer plan = bench.json("timebox", "pg:role/billing", "--until", "7d");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.item().path("targetEnforced").asBoolean()).isFalse();
        assertThat(plan.item().path("enforcedBy").asText()).isEqualTo("curfew");
        assertThat(plan.item().path("how").asText()).contains("VALID UNTIL", "ends no session");
        assertThat(validUntil()).isEmpty();
    }

    @Test
    @Order(2)
    void aLoginEndsAtItsTimeWithItsSessions() throws Exception {
        Instant until = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        try (Connection session = login()) {
            box = apply("pg:role/billing", "--until", until.toString());
            assertThat(validUntil()).isEqualTo(String.valueOf(until.getEpochSecond()));
            assertThat(letsIn()).isTrue();
            watch();
            assertThat(new TimeBoxes(bench).stage()).isEqualTo("BEGUN");

            waitFor(until);
            assertThatThrownBy(this::login).hasMessageContaining("password authentication failed");
            assertThat(works(session)).isTrue();

            Answer watched = watch();
            assertThat(watched.err()).contains(box + " is over, and so is pg:role/billing");
            assertThatThrownBy(() -> works(session)).isInstanceOf(SQLException.class);
        }
        assertThat(new TimeBoxes(bench).stage()).isEqualTo("ENDED");
    }

    @Test
    @Order(3)
    void itsEndIsEnteredOnce() {
        assertThat(watch().err()).doesNotContain(box);

        List<String> stages = new ArrayList<>();
        for (JsonNode entry : bench.json("ledger", "list").items()) {
            if (entry.path("type").asText().equals("timebox.stage")) {
                stages.add(entry.path("details").path("stage").asText());
            }
        }
        assertThat(stages).containsExactly("beginning", "begun", "ending", "ended");
    }

    @Test
    @Order(4)
    void takenBackTheLoginStandsAsBefore() throws Exception {
        new TimeBoxes(bench).back(box);

        assertThat(validUntil()).isEmpty();
        assertThat(letsIn()).isTrue();
    }

    @Test
    @Order(5)
    void aMembershipEndsAndComesBackWithItsOptions() throws Exception {
        List<List<String>> before = server.query("postgres", MEMBER);
        Instant until = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        box = apply("pg:role/billing", "--only", "pg:rights/payers", "--until", until.toString());
        watch();
        assertThat(server.query("postgres", MEMBER)).isEqualTo(before).hasSize(1);

        waitFor(until);
        watch();
        assertThat(server.query("postgres", MEMBER)).isEmpty();
        assertThat(letsIn()).isTrue();

        new TimeBoxes(bench).back(box);
        assertThat(server.query("postgres", MEMBER)).isEqualTo(before);
    }

    @Test
    @Order(6)
    void whatTheActingRoleCannotTakeAwayTakesNoEnd() {
        Answer plan = bench.json("timebox", "pg:role/billing", "--only", "pg:role/auditors", "--until", "7d");

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).contains("was made a member of auditors by ");
    }

    @Test
    @Order(7)
    void whatIsCurfewsOwnIsLeftAlone() {
        Answer plan = bench.json("timebox", "pg:role/curfew_act", "--until", "7d");

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).contains("Curfew itself uses");
    }

    @Test
    @Order(8)
    void aSecondEndIsRefusedUntilTheFirstIsTakenBack() {
        box = apply("pg:role/billing", "--until", "7d");

        Answer second = bench.as(
                "ada", "timebox", "pg:role/billing", "--until", "9d", "--apply", "--reason", "longer after all");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("curfew timebox rollback " + box);
        new TimeBoxes(bench).back(box);
        assertThat(validUntil()).isEmpty();
    }

    private String apply(String... what) {
        return new TimeBoxes(bench).apply(List.of(what));
    }

    private Answer watch() {
        Answer watched = bench.run("watch", "--once");
        assertThat(watched.exitCode()).as(watched.err()).isZero();
        return watched;
    }

    /// By the server's clock, which is this machine's.
    private static void waitFor(Instant end) throws InterruptedException {
        Thread.sleep(Duration.between(Instant.now(), end).plusMillis(200));
    }

    private Connection login() throws SQLException {
        return server.connect("postgres", "billing", PASSWORD);
    }

    private boolean letsIn() throws SQLException {
        try (Connection session = login()) {
            return works(session);
        }
    }

    private static boolean works(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            return statement.execute("SELECT 1");
        }
    }

    /// In seconds; empty where it never ends.
    private String validUntil() {
        return server.query(
                        "postgres",
                        "SELECT CASE WHEN isfinite(rolvaliduntil) THEN extract(epoch FROM rolvaliduntil)::bigint::text"
                                + " ELSE '' END FROM pg_roles WHERE rolname = 'billing'")
                .getFirst()
                .getFirst();
    }
}
