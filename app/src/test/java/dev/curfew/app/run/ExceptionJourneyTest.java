package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An exception from its asking to its end on the command line, on a real PostgreSQL and by the policies that Curfew
/// brings: longer, shorter and again, until it is standing access in disguise.
@WithPostgreSql
class ExceptionJourneyTest {
    private static final String ROLE = "pg:member/porters";

    @TempDir
    private Path home;

    private JobBench machine = JobBench.none();

    @BeforeEach
    void threeOfficers() {
        machine = JobBench.of(home, "ada", "bo", "cy");
    }

    @Test
    void itIsApprovedOverlappedShortenedExtendedRenewedCalledStandingAndEndedAndThePostgresAgreesEachTime() {
        try (PostgreSql server = PostgreSql.start()) {
            server.run("postgres", "CREATE ROLE porters");
            machine.connect(server);
            CommandBench bench = machine.commands();

            String first = id(bench.as("ada", "request", ROLE, "--for", "30m", "--reason", "the door is stuck"));
            assertThat(bench.as("ada", "approve", first).exitCode())
                    .as("who asked does not approve")
                    .isEqualTo(ExitCode.REFUSED);
            assertThat(bench.as("ada", "issue", first, "--out", file(first).toString())
                            .exitCode())
                    .as("before anybody approved it")
                    .isEqualTo(ExitCode.REFUSED);
            assertThat(approve(first, "bo")).isEqualTo("APPROVED");
            issue(first);
            assertThat(isLetIn(server, first)).isTrue();
            assertThat(window(first).path("alsoCoveredBy").isNull()).isTrue();

            String longer = overlaps(first, server);
            isShortened(first, server);
            isEndedAndTheOtherGoesOn(first, longer, server);
            assertThat(window(longer).path("alsoCoveredBy").isNull()).isTrue();
            assertThat(bench.as("bo", "end", first).exitCode())
                    .as("a window ends once")
                    .isEqualTo(ExitCode.REFUSED);
            assertThat(bench.as("ada", "extend", first, "--for", "30m", "--reason", "still")
                            .exitCode())
                    .as("what has ended is renewed, not extended")
                    .isEqualTo(ExitCode.REFUSED);
            String last = isRenewedUntilItStands(longer, server);
            isEnded(last, server);
            assertThat(server.query("postgres", "SELECT rolname FROM pg_roles WHERE rolname LIKE 'curfew-%'"))
                    .isEmpty();
            assertThat(bench.json("ledger", "verify").exitCode()).isZero();
        }
    }

    private String overlaps(String first, PostgreSql server) {
        CommandBench bench = machine.commands();
        String longer = id(bench.as("ada", "extend", first, "--for", "1h", "--reason", "it is stuck still"));
        assertThat(machine.commands()
                        .as("ada", "issue", longer, "--out", file(longer).toString())
                        .exitCode())
                .as("more time is decided anew")
                .isEqualTo(ExitCode.REFUSED);
        approve(longer, "bo");
        issue(longer);
        assertThat(isLetIn(server, first)).isTrue();
        assertThat(isLetIn(server, longer)).isTrue();
        JsonNode covered = window(first);
        assertThat(covered.path("alsoCoveredBy").asText()).isEqualTo(longer);
        assertThat(covered.path("alsoCoveredUntil").asText())
                .isEqualTo(window(longer).path("endsAt").asText());
        assertThat(window(longer).path("alsoCoveredBy").asText()).isEqualTo(first);
        assertThat(bench.run("windows").out()).contains("ALSO COVERED BY", longer + " until ");
        return longer;
    }

    private void isShortened(String window, PostgreSql server) {
        Instant before = endsAt(window);
        Answer answer = machine.commands().as("bo", "shorten", window, "--left", "5m");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(endsAt(window))
                .isBefore(before.minusSeconds(60))
                .isBefore(Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(isLetIn(server, window)).isTrue();
        assertThat(machine.commands()
                        .as("bo", "shorten", window, "--left", "20m")
                        .exitCode())
                .as("longer is no shorter")
                .isEqualTo(ExitCode.REFUSED);
    }

    private void isEndedAndTheOtherGoesOn(String window, String other, PostgreSql server) {
        Answer ended = machine.commands().as("bo", "end", window);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.item().path("end").asText()).isEqualTo("ENDED_EARLY");
        assertThat(ended.item().path("alsoCoveredBy").asText()).isEqualTo(other);
        assertThat(ended.err()).contains(window + " ended, and its access goes on: it is also covered by " + other);
        assertThat(isLetIn(server, window)).isFalse();
        assertThat(isLetIn(server, other)).as("it has a login of its own").isTrue();
    }

    /// The policies that Curfew brings call the third renewal standing, and want two officers for the next.
    private String isRenewedUntilItStands(String window, PostgreSql server) {
        CommandBench bench = machine.commands();
        String third = renewed(window);
        approve(third, "bo");
        issue(third);
        assertThat(bench.json("standing").items()).as("two renewals").isEmpty();

        String fourth = renewed(third);
        assertThat(approve(fourth, "bo"))
                .as("one signature is not enough any more")
                .isEqualTo("PENDING");
        assertThat(approve(fourth, "cy")).isEqualTo("APPROVED");
        issue(fourth);
        assertThat(isLetIn(server, fourth)).isTrue();

        Answer standing = bench.json("standing", "--fail-on-found");
        assertThat(standing.exitCode()).isEqualTo(ExitCode.REFUSED);
        JsonNode found = standing.item();
        assertThat(found.path("policy").asText()).isEqualTo(ROLE);
        assertThat(found.path("holder").asText()).isEqualTo("ada");
        assertThat(found.path("renewals").asInt()).isEqualTo(3);
        assertThat(found.path("activePercent90Days").asInt()).isZero();
        assertThat(found.path("window").asText()).isEqualTo(fourth);
        assertThat(found.path("by").get(0).asText()).isEqualTo("two-officers-for-standing-in-disguise");
        assertThat(bench.run("standing").out()).contains("RENEWED", "ACTIVE IN 90 D", ROLE, "ada");
        assertThat(bench.run("requests").out()).containsOnlyOnce("active, standing access in disguise");
        for (JsonNode request : bench.json("requests").items()) {
            assertThat(request.path("standingInDisguise").asBoolean())
                    .as(request.path("id").asText())
                    .isEqualTo(request.path("id").asText().equals(fourth));
        }
        isEndedAndTheOtherGoesOn(window, fourth, server);
        isEndedAndTheOtherGoesOn(third, fourth, server);
        return fourth;
    }

    private void isEnded(String window, PostgreSql server) {
        Answer ended = machine.commands().as("ada", "end", window);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("goes on");
        assertThat(isLetIn(server, window)).isFalse();
        assertThat(machine.commands().json("standing").item().path("window").asText())
                .as("it stood, whether or not it is open now")
                .isEqualTo(window);
        assertThat(machine.commands().json("windows", "--open").items()).isEmpty();
    }

    private String renewed(String window) {
        return id(machine.commands().as("ada", "renew", window, "--for", "1h", "--reason", "and again"));
    }

    /// @return how it stands then
    private String approve(String request, String officer) {
        Answer approved = machine.commands().as(officer, "approve", request);
        assertThat(approved.exitCode()).as(approved.err()).isZero();
        return approved.item().path("state").asText();
    }

    private void issue(String request) {
        Answer issued = machine.commands()
                .as("ada", "issue", request, "--out", file(request).toString());
        assertThat(issued.exitCode()).as(issued.err()).isZero();
    }

    private Path file(String request) {
        return home.resolve(request + ".pgpass");
    }

    private static String id(Answer asked) {
        assertThat(asked.exitCode()).as(asked.err()).isZero();
        return asked.item().path("id").asText();
    }

    private Instant endsAt(String window) {
        return Instant.parse(window(window).path("endsAt").asText());
    }

    private JsonNode window(String id) {
        for (JsonNode window : machine.commands().json("windows").items()) {
            if (window.path("id").asText().equals(id)) {
                return window;
            }
        }
        throw new AssertionError("no " + id);
    }

    /// With what was handed over: a line of a password file.
    private boolean isLetIn(PostgreSql server, String window) {
        String[] line = machine.text(window + ".pgpass").split(":", 5);
        return JobBench.isLetIn(server, line[3], line[4]);
    }
}
