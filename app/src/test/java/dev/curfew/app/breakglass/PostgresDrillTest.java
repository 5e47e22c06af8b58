package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.breakglass.checkout.CheckOuts.Recipient;
import dev.curfew.app.usecase.breakglass.checkout.CheckedOut;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Drills on a real PostgreSQL, whose sessions nobody ends by themselves, and which goes away.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresDrillTest {
    private static final List<String> TWO = List.of("ada", "cy");

    private final Receiver receiver = new Receiver();
    private final PostgreSql server = PostgreSql.start();
    private final DrillBench bench;

    PostgresDrillTest(@TempDir Path home) {
        bench = new DrillBench(home);
    }

    @BeforeAll
    void aPath() {
        bench.connect(
                server,
                "CREATE ROLE emergency LOGIN PASSWORD 'first-4711'",
                "CREATE SCHEMA canary",
                "CREATE TABLE canary.drills (drill text)",
                "GRANT USAGE ON SCHEMA canary TO emergency",
                "GRANT SELECT, INSERT ON canary.drills TO emergency");
        Answer registered = bench.register(
                "pg-emergency",
                "pg",
                "*:*:*:emergency:first-4711",
                "canary.drills",
                "--alert",
                receiver.address(),
                "--alert-within",
                "5s");
        assertThat(registered.exitCode()).as(registered.err()).isZero();
    }

    @AfterAll
    void stop() {
        receiver.close();
        server.close();
    }

    @AfterEach
    void whatIsSealedIsNowhereElse() {
        bench.assertNowhere(password());
        bench.assertNowhere("first-4711");
    }

    private String password() {
        String sealed = bench.sealed("pg-emergency");
        return sealed.substring(sealed.lastIndexOf(':') + 1);
    }

    @Test
    void aDrillThatPasses() throws SQLException {
        String before = password();
        Answer drilled = bench.drill(TWO, "pg-emergency");

        assertThat(drilled.exitCode()).as(drilled.err() + drilled.out()).isZero();
        String id = DrillBench.stage(drilled, "seal").path("drill").asText();
        assertThat(server.query("postgres", "SELECT drill FROM canary.drills")).contains(List.of(id));
        assertThat(server.query("postgres", "SELECT count(*) FROM pg_stat_activity WHERE usename = 'emergency'"))
                .containsExactly(List.of("0"));
        assertThatThrownBy(() -> server.connect("postgres", "emergency", before).close())
                .isInstanceOf(SQLException.class);
        server.connect("postgres", "emergency", password()).close();
    }

    /// It has no wrapping: the session itself goes into the file, until the path is checked in.
    @Test
    void aSessionThatIsCheckedOutIsReadByAShell(@TempDir Path elsewhere) throws Exception {
        Path file = elsewhere.resolve("session");
        try (Desk desk = bench.commands().open()) {
            CheckedOut out = desk.checkOuts()
                    .open(
                            login("ada"),
                            List.of(login("ada"), login("cy")),
                            new UseOrder(
                                    "pg-emergency", "login is down", Duration.ofMinutes(5), Optional.of(login("bo"))),
                            new Recipient("ada", file),
                            _ -> {},
                            Progress.SILENT);
            assertThat(Files.getPosixFilePermissions(file))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            Process shell = new ProcessBuilder("sh", "-c", ". " + file + "; printf '%s %s' \"$PGUSER\" \"$PGPASSWORD\"")
                    .start();
            String[] given = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ", -1);
            server.connect("postgres", given[0], given[1]).close();
            assertThat(out.wrapping()).isEmpty();
            assertThat(out.use().approver()).contains("bo");

            assertThat(desk.checkOuts().checkIn(out.use().id(), Progress.SILENT).broke())
                    .isEmpty();
            assertThatThrownBy(
                            () -> server.connect("postgres", given[0], given[1]).close())
                    .isInstanceOf(SQLException.class);
            bench.assertNowhere(given[1]);
        }
        assertThat(file).doesNotExist();
    }

    private static OfficerLogin login(String officer) {
        return new OfficerLogin(officer, Secret.of(CommandBench.passphraseOf(officer)));
    }

    @Test
    void aServerThatIsDown() {
        server.kill();
        Answer drilled = bench.drill(TWO, "pg-emergency");
        server.startAgain();

        assertThat(drilled.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(DrillBench.verdicts(drilled))
                .isEqualTo("PASSED FAILED NOT_DONE NOT_DONE NOT_DONE NOT_DONE NOT_DONE");
        assertThat(drilled.err()).contains("Mend the way to the source, and drill again");
    }

    @Test
    void anAccountThatCanDoNothing() {
        server.run("postgres", "REVOKE INSERT ON canary.drills FROM emergency");
        Answer drilled = bench.drill(TWO, "pg-emergency");
        server.run("postgres", "GRANT INSERT ON canary.drills TO emergency");

        assertThat(DrillBench.verdicts(drilled)).isEqualTo("PASSED PASSED FAILED PASSED PASSED PASSED PASSED");
        assertThat(drilled.err()).contains("could have done nothing here");
    }
}
