package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A login that is replaced by another in the same groups, with no more than the shipped policies allow. The tests are
/// the steps of one story.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresRotationTest {
    private static final String OLD_PASSWORD = "billing-password-4711";

    private Path home = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private PostgreSql server;
    private String rotation = "";
    private Path oldFile = Path.of("");
    private Path newFile = Path.of("");

    @BeforeAll
    void aServerAndAMachine(@TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        server = PostgreSql.start();
        server.run(
                "postgres",
                "CREATE ROLE payers",
                "CREATE ROLE billing LOGIN CONNECTION LIMIT 7 PASSWORD '" + OLD_PASSWORD + "'",
                "GRANT payers TO billing",
                "CREATE ROLE owner LOGIN PASSWORD '" + OLD_PASSWORD + "'",
                "CREATE TABLE owned (id int)",
                "ALTER TABLE owned OWNER TO owner");
        oldFile = bench.file("old.password", OLD_PASSWORD + "\n");
        newFile = home.resolve("new.login");
        bench.run("init");
        Shipped.connect(bench, server, "--environment", "test");
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void whatOnlyTheRoleItselfHasIsNotReplaced() {
        Answer answer = bench.as("ada", "rotate", "start", id("owner"), "--reason", "no", "--", "cat");

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.err()).contains("owns things");
    }

    @Test
    @Order(2)
    void aSecondLoginOfTheSameGroupsIsMadeAndHandedOver() {
        Answer answer = bench.as(
                "ada", "rotate", "start", id("billing"), "--to-file", newFile.toString(), "--reason", "a year old");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        rotation = answer.item().path("id").asText();
        assertThat(server.query(
                        "postgres",
                        "SELECT g.rolname, r.rolconnlimit::text FROM pg_auth_members m"
                                + " JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member"
                                + " WHERE r.rolname = 'billing-" + rotation + "'"))
                .containsExactly(List.of("payers", "7"));
    }

    @Test
    @Order(3)
    void itIsCutWithProofOnceThatIsChosen() {
        Answer unknown = bench.as("ada", "rotate", "cut", rotation);
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("keeps no record of logins");

        Answer cut = act("cut", "--although", "unknown");

        assertThat(cut.exitCode()).as(cut.err() + cut.out()).isZero();
        assertThat(bench.json("rotate", "list").item().path("stage").asText()).isEqualTo("CUT");
    }

    @Test
    @Order(4)
    void theOldOneIsSwitchedOnAgainAndCutOnceMore() {
        assertThat(lets(OLD_PASSWORD)).isFalse();

        Answer back = bench.as("ada", "rotate", "back", rotation);

        assertThat(back.exitCode()).as(back.err() + back.out()).isZero();
        assertThat(lets(OLD_PASSWORD)).isTrue();
        assertThat(bench.json("rotate", "list").item().path("stage").asText()).isEqualTo("HANDED");
        Answer cut = act("cut", "--although", "unknown");
        assertThat(cut.exitCode()).as(cut.err() + cut.out()).isZero();
        assertThat(lets(OLD_PASSWORD)).isFalse();
    }

    private boolean lets(String password) {
        try (Connection session = server.connect("postgres", "billing", password)) {
            return session.isValid(5);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("28000");
            return false;
        }
    }

    @Test
    @Order(5)
    void dropsTheOldRoleAndTheNewOneGoesOn() {
        Answer finished = act("finish");

        assertThat(finished.exitCode())
                .as("a membership that another role granted is told as refused, and goes with the role")
                .isEqualTo(1);
        assertThat(finished.items())
                .filteredOn(step -> !step.path("state").asText().equals("ACTED"))
                .singleElement()
                .satisfies(step -> assertThat(step.path("action").asText()).isEqualTo("postgresql.revoke-memberships"));
        assertThat(finished.items())
                .last()
                .satisfies(step -> assertThat(step.at("/proof/reason").asText())
                        .as("it was cut before: its refusal is no news")
                        .startsWith("refused, but it was never seen accepted before"));
        assertThat(finished.err()).contains("old one gone", "logged in");
        assertThat(server.query("postgres", "SELECT rolname FROM pg_roles WHERE rolname LIKE 'billing%'"))
                .containsExactly(List.of("billing-" + rotation));
        assertThat(bench.json("rotate", "list").item().path("stage").asText()).isEqualTo("ENDED");
    }

    @Test
    @Order(6)
    void noSecretIsLeftAnywhere() throws IOException {
        String password = Files.readString(newFile).strip().replaceFirst(".*:", "");
        assertThat(password).hasSizeGreaterThan(20);
        Traces.assertNowhere(password, home, Set.of(newFile), bench.seen());
    }

    private Answer act(String stage, String... more) {
        List<String> words = new ArrayList<>(List.of("rotate", stage, rotation));
        words.addAll(List.of("--old-file", oldFile.toString(), "--new-file", newFile.toString()));
        words.addAll(List.of(more));
        return bench.as("ada", words.toArray(String[]::new));
    }

    private String id(String role) {
        String oid = server.query("postgres", "SELECT oid FROM pg_roles WHERE rolname = '" + role + "'")
                .getFirst()
                .getFirst();
        return "pg:login/" + role + "#" + oid;
    }
}
