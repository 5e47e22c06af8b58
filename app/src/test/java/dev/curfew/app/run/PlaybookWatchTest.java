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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `curfew watch`, killed again and again around runs of a playbook that closes leaked logins of a real PostgreSQL.
@WithPostgreSql
class PlaybookWatchTest {
    /// `-Dcurfew.playbook.kills=100` is what is run before a release.
    private static final int KILLS = Integer.getInteger("curfew.playbook.kills", 3);

    /// Logins in scope; the ceiling lets through three of them. One more is not in scope.
    private static final List<String> LOGINS = List.of("one", "two", "three", "four");

    private static final int CEILING = 3;
    private static final String OTHER = "other";

    private final Random random = new Random(1);

    @Test
    void killedAtAnyMomentItDoesEverythingOnceNothingUnnamedAndNothingBeyondItsCeiling(@TempDir Path home)
            throws InterruptedException {
        try (PostgreSql server = PostgreSql.start()) {
            JobBench bench = connected(server, home);
            sign(bench, server);
            tell(bench, server, OTHER);
            int told = 1;
            long begun = System.nanoTime();
            Watch watch = new Watch(bench);
            watch.once(ExitCode.DONE);
            long usual = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            for (int i = 0; i < KILLS; i++) {
                String login = LOGINS.get(i % LOGINS.size());
                server.run("postgres", "ALTER ROLE " + login + " LOGIN");
                tell(bench, server, login);
                told++;
                // while it looks, a little before or a little after
                watch.killed(Duration.ofMillis(usual / 3 + random.nextLong(usual)));
            }
            // refused where the ceiling left a leak to people, or what was closed is good again
            watch.once(KILLS > CEILING ? ExitCode.REFUSED : ExitCode.DONE);
            assertOnce(watch, server, told);

            LOGINS.forEach(login -> server.run("postgres", "ALTER ROLE " + login + " LOGIN"));
            watch.once(ExitCode.REFUSED);
            assertThat(closed(server)).as("what was undone is not done again").isEmpty();
        }
    }

    private static void assertOnce(Watch watch, PostgreSql server, int told) {
        JobBench bench = watch.bench();
        JsonNode runs = bench.commands().json("playbook", "runs").items();
        assertThat(runs.size()).isBetween(1, told - 1);
        assertThat(runs)
                .extracting(run -> run.path("trigger").asText() + run.path("occasions"))
                .doesNotHaveDuplicates();
        assertThat(texts(runs, "credentials").stream().distinct().count()).isLessThanOrEqualTo(CEILING);
        assertThat(texts(runs, "credentials")).noneMatch(id -> id.contains(OTHER));
        assertThat(runs).allSatisfy(run -> assertThat(run.path("acted")).isEqualTo(run.path("steps")));
        List<String> acted = watch.entries("step.acted")
                .map(entry -> entry.at("/details/plan").asText() + " "
                        + entry.at("/details/step").asInt())
                .toList();
        assertThat(acted).doesNotHaveDuplicates().isNotEmpty();
        assertThat(closed(server)).doesNotContain(OTHER).hasSizeLessThanOrEqualTo(CEILING);
        assertThat(bench.commands().json("ledger", "verify").exitCode()).isZero();
    }

    private static List<String> texts(JsonNode runs, String field) {
        List<String> texts = new ArrayList<>();
        runs.forEach(run -> run.path(field).forEach(each -> texts.add(each.asText())));
        return texts;
    }

    private static List<String> closed(PostgreSql server) {
        return server
                .query(
                        "postgres",
                        "SELECT rolname FROM pg_roles WHERE NOT rolcanlogin AND rolname IN ('other', 'one', 'two', 'three', 'four')")
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private static String id(PostgreSql server, String role) {
        String oid = server.query("postgres", "SELECT oid FROM pg_roles WHERE rolname = '" + role + "'")
                .getFirst()
                .getFirst();
        return "pg:login/" + role + "#" + oid;
    }

    private static void tell(JobBench bench, PostgreSql server, String role) {
        Answer told = bench.commands().json("leaked", id(server, role), "--tell");
        assertThat(told.exitCode()).as(told.err()).isZero();
    }

    private static void sign(JobBench bench, PostgreSql server) {
        String ids =
                LOGINS.stream().map(login -> "\"" + id(server, login) + "\"").collect(Collectors.joining(", "));
        new Watch(bench).sign("""
                {
                  "schema": "curfew.playbook/1",
                  "name": "leaked-logins",
                  "purpose": "A login that leaked is closed.",
                  "trigger": "leaked",
                  "scope": { "ids": [IDS] },
                  "acts": ["postgresql.disable-login", "postgresql.terminate-sessions"],
                  "ceiling": { "identities": 3, "credentials": 3, "within": "P1D" },
                  "signatures": 2,
                  "reviewWithin": "P1D",
                  "expiresAt": "UNTIL"
                }
                """.replace("IDS", ids)
                .replace("UNTIL", Instant.now().plus(Duration.ofDays(30)).toString()));
    }

    private static JobBench connected(PostgreSql server, Path home) {
        JobBench bench = JobBench.in(home);
        for (String role : List.of(OTHER, "one", "two", "three", "four")) {
            server.run("postgres", "CREATE ROLE " + role + " LOGIN PASSWORD 'login-password-4711'");
        }
        bench.connect(server);
        return bench;
    }
}
