package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody does to a window's login at a real PostgreSQL behind Curfew's back is told, and does what a playbook
/// says.
@WithPostgreSql
class DriftWatchTest {
    @Test
    void whatWasApprovedAndThenWidenedAtItsTargetIsToldAndClosedOnceAsItsPlaybookSaysAndWaitsForReview(
            @TempDir Path home) throws InterruptedException {
        try (PostgreSql server = PostgreSql.start()) {
            Watch watch = new Watch(JobBench.in(home));
            server.run("postgres", "CREATE ROLE porters", "CREATE ROLE admins");
            watch.bench().connect(server);
            String window = watch.issueApproved("pg:member/porters", "15m", home.resolve("issued"));
            String login = "curfew-" + window;
            watch.bench().sync("pg");
            assertThat(watch.once(ExitCode.DONE)).as("as it was approved").doesNotContain(login);

            widen(server, login);
            watch.bench().sync("pg");
            assertThat(watch.once(ExitCode.DONE))
                    .contains("No playbook is for this, so nothing is done: " + login + " of window " + window
                            + " ends at 2099-01-01T00:00:00Z at its source; until ")
                    .contains(login + " of window " + window + " holds more than was approved: admins.");
            assertThat(letIn(server, login)).isEqualTo("t");
            assertThat(watch.entries("playbook.ran")).isEmpty();
            assertThat(watch.entries("step.acted")).isEmpty();

            watch.sign(playbook());
            assertThat(watch.once(ExitCode.DONE)).contains("Playbook drifted-logins ran: " + login);
            assertThat(letIn(server, login)).isEqualTo("f");
            assertEnteredAndReviewed(watch, login);

            assertThat(watch.once(ExitCode.DONE)).as("once for each").doesNotContain("drifted-logins ran");
        }
    }

    /// As somebody does it who has nothing to do with Curfew.
    private static void widen(PostgreSql server, String login) {
        server.psql()
                .lines(
                        "postgres",
                        "GRANT admins TO \"" + login + "\"; ALTER ROLE \"" + login
                                + "\" VALID UNTIL '2099-01-01T00:00:00Z'");
    }

    /// Its end was moved and it was given more: each is an occasion of its own.
    private static void assertEnteredAndReviewed(Watch watch, String login) {
        assertThat(watch.entries("playbook.ran"))
                .hasSize(2)
                .allSatisfy(entry ->
                        assertThat(entry.at("/details/credentials").toString()).contains(login));
        JsonNode runs = watch.bench().commands().json("playbook", "runs").items();
        assertThat(runs).hasSize(2).allSatisfy(run -> {
            assertThat(run.path("acted")).isEqualTo(run.path("steps"));
            assertThat(run.path("review").isNull()).isTrue();
            assertThat(Instant.parse(run.path("reviewBy").asText())).isAfter(Instant.now());
        });
        for (JsonNode run : runs) {
            Answer reviewed = watch.bench()
                    .commands()
                    .as("bo", "playbook", "review", run.path("run").asText(), "--remark", "a mistake of the DBA's");
            assertThat(reviewed.item().at("/review/officer").asText())
                    .as(reviewed.err())
                    .isEqualTo("bo");
        }
        assertThat(watch.bench().commands().json("ledger", "verify").exitCode()).isZero();
    }

    private static String letIn(PostgreSql server, String login) {
        return server.query("postgres", "SELECT rolcanlogin FROM pg_roles WHERE rolname = '" + login + "'")
                .getFirst()
                .getFirst();
    }

    private static String playbook() {
        return """
                {
                  "schema": "curfew.playbook/1",
                  "name": "drifted-logins",
                  "purpose": "A window's login that was changed behind Curfew's back is closed.",
                  "trigger": "drift",
                  "scope": { "sources": ["pg"], "kinds": ["postgresql.role"] },
                  "acts": ["postgresql.disable-login", "postgresql.terminate-sessions"],
                  "ceiling": { "identities": 3, "credentials": 3, "within": "P1D" },
                  "signatures": 2,
                  "reviewWithin": "P1D",
                  "expiresAt": "UNTIL"
                }
                """.replace("UNTIL", Instant.now().plus(Duration.ofDays(30)).toString());
    }
}
