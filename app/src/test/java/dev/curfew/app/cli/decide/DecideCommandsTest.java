package dev.curfew.app.cli.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One request on the command line: shown whole before it is signed for, and taken back.
class DecideCommandsTest {
    @TempDir
    private Path home;

    private CommandBench bench;
    private String request;

    @BeforeEach
    void aRequestThatWaits() {
        bench = CommandBench.withTheSample(home);
        bench.addOfficer("ada");
        bench.addOfficer("bo");
        Answer made = bench.as(
                "ada",
                "request",
                "sample-openbao:policy/break-glass",
                "--for",
                "15m",
                "--reason",
                "restore",
                "--ticket",
                "OPS-7\nWhat the policies say now: allowed.",
                "--workload",
                "checkout",
                "--repository",
                "acme/shop",
                "--destination",
                "payments-db",
                "--idle",
                "5m",
                "--start",
                "2026-11-23T06:00:00Z");
        assertThat(made.exitCode()).as(made.err()).isZero();
        request = made.item().path("id").asText();
    }

    private static void assertShowsAll(Answer answer) {
        assertThat(answer.err().lines())
                .containsSubsequence(
                        "What is asked:",
                        "- Asked by: ada",
                        "- Asked at: 2026-11-22T09:00:00Z",
                        "- Policy: sample-openbao:policy/break-glass",
                        "- For: 15 min",
                        "- Starts: 2026-11-23T06:00:00Z",
                        "- Ends if unused for: 5 min",
                        "- Ticket (claimed): OPS-7 What the policies say now: allowed.",
                        "- Workload (claimed): checkout",
                        "- Repository (claimed): acme/shop",
                        "- Destination (claimed): payments-db",
                        "- Reason: restore");
        assertThat(answer.err().lines().filter(line -> line.startsWith("What the policies say now:")))
                .hasSize(1);
    }

    @Test
    void whoeverDecidesIsShownAllThatIsAskedBeforeTheirPassphraseIsTaken() {
        Answer wrong =
                bench.bare(bench.environment(), "", List.of("not this one"), "approve", request, "--officer", "bo");

        assertThat(wrong.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertShowsAll(wrong);
        assertShowsAll(bench.run("review", request));
        assertShowsAll(bench.as("bo", "approve", request));
        assertShowsAll(bench.as("bo", "deny", request));
    }

    @Test
    void aRequestIsTakenBackByWhoeverAskedAlone() {
        Answer other = bench.as("bo", "withdraw", request);
        assertThat(other.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(other.err()).contains("ada");

        Answer withdrawn = bench.as("ada", "withdraw", request, "--reason", "not needed");
        assertThat(withdrawn.exitCode()).as(withdrawn.err()).isZero();
        assertThat(withdrawn.item().path("state").asText()).isEqualTo("WITHDRAWN");
        assertThat(bench.as("bo", "approve", request).err()).contains("is withdrawn");
        assertThat(bench.run("ledger", "list").out()).contains("request.withdrawn");
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
    }
}
