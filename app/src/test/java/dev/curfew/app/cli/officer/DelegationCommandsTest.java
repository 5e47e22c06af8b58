package dev.curfew.app.cli.officer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An officer's voice with another one, as the command line has it.
class DelegationCommandsTest {
    @TempDir
    private Path home;

    @Test
    void aVoiceIsHandedOnSpokenWithListedAndTakenBack() {
        CommandBench bench = CommandBench.withTheSample(home);
        List.of("ada", "bo", "cy").forEach(bench::addOfficer);
        done(bench.as("cy", "officer", "found", "--quorum", "1"));
        done(bench.as("cy", "officer", "role", "ada", "--grant", "security"));
        assertThat(bench.as("ada", "officer", "delegate", "bo", "--for", "5d").err())
                .contains("the roster lets nobody hand on their voice");
        done(bench.as("cy", "officer", "set-rules", "--approvals-a-day", "9", "--delegated-for", "14d"));
        Answer rules = bench.json("officer", "rules");
        assertThat(rules.items()).hasSize(2);
        assertThat(rules.items().get(1).path("rule").asText()).isEqualTo("delegatedSecondsMax");
        assertThat(rules.items().get(1).path("value").asLong()).isEqualTo(1_209_600);

        Answer handed = bench.as("ada", "officer", "delegate", "bo", "--for", "5d", "--role", "security");
        done(handed);
        String id = handed.item().path("id").asText();
        assertThat(handed.item().path("state").asText()).isEqualTo("in-force");
        assertThat(bench.run("officer", "list").err())
                .contains("bo speaks for ada until 2026-11-27T09:00:00Z", "as security");

        String request = bench.as(
                        "cy", "request", "sample-openbao:policy/break-glass", "--for", "15m", "--reason", "restore")
                .item()
                .path("id")
                .asText();
        assertThat(bench.as("bo", "approve", request, "--on-behalf-of", "cy").err())
                .contains("cy asked for " + request);
        done(bench.as("bo", "approve", request, "--on-behalf-of", "ada"));

        done(bench.as("bo", "officer", "undelegate", id));
        assertThat(bench.json("officer", "delegations").item().path("state").asText())
                .isEqualTo("ended");
        assertThat(bench.run("officer", "delegations").out()).contains("it was ended by bo");
        assertThat(bench.as("bo", "officer", "undelegate", id).exitCode()).isEqualTo(ExitCode.REFUSED);
        done(bench.json("ledger", "verify"));
    }

    private static void done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }
}
