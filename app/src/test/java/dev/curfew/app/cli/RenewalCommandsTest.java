package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What can be asked of a request besides yes or no. In the sample nothing is issued, so no window is ever open.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenewalCommandsTest {
    private static final String POLICY = "sample-openbao:policy/break-glass";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    @BeforeAll
    void theSampleIsOpen(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
        bench.addOfficer("ada");
    }

    private Answer ask(String... more) {
        String[] all = new String[more.length + 6];
        System.arraycopy(new String[] {"request", POLICY, "--for", "15m", "--reason", "restore"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return bench.as("ada", all);
    }

    @Test
    void aRequestSaysWhatWouldChangeTheAnswerAndSoDoesReview() {
        Answer made = ask();
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.err()).contains("What would change that:", "allowed now, by routine-is-bounded");

        Answer reviewed = bench.json("review", made.item().path("id").asText());

        assertThat(reviewed.items()).isNotEmpty();
        for (JsonNode alternative : reviewed.items()) {
            assertThat(alternative.path("decision").asText()).isEqualTo("allowed");
            assertThat(alternative.path("changes")).isNotEmpty();
        }
    }

    @Test
    void aLaterStartIsSignedAndATimeThatIsNoneIsRefused() {
        Answer made = ask("--start", "2026-11-24T06:00:00Z");
        assertThat(made.item().at("/claims/starts").asText()).isEqualTo("2026-11-24T06:00:00Z");

        Answer past = ask("--start", "2026-11-20T06:00:00Z");
        assertThat(past.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(past.err()).contains("is no time in the next 14 d");
    }

    @Test
    void whatHasNoWindowIsNeitherMadeShorterNorAskedForAgain() {
        String id = ask().item().path("id").asText();

        for (Answer answer : new Answer[] {
            bench.as("ada", "shorten", id, "--left", "5m"),
            bench.as("ada", "extend", id, "--for", "15m", "--reason", "longer"),
            bench.as("ada", "renew", id, "--for", "15m", "--reason", "again")
        }) {
            assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).contains("There is no window " + id);
        }
    }

    @Test
    void aDraftIsKeptChangedAndSubmittedUnderOneIdByWhoeverKeptIt() {
        bench.addOfficer("dee");
        Answer kept = bench.as("ada", "draft", "keep", POLICY, "--for", "15m", "--reason", "restore", "--idle", "5m");
        String id = kept.item().path("id").asText();
        assertThat(bench.as("dee", "approve", id).err()).contains("is a draft");
        assertThat(bench.as("dee", "draft", "submit", id).err()).contains("who alone can take it back");

        Answer changed = bench.as("ada", "draft", "change", id, "--for", "30m");
        assertThat(changed.item().path("state").asText()).isEqualTo("DRAFTED");
        assertThat(changed.item().path("durationSeconds").asLong()).isEqualTo(1_800);
        assertThat(changed.item().at("/claims/idle").asText()).isEqualTo("PT5M");

        Answer submitted = bench.as("ada", "draft", "submit", id);
        assertThat(submitted.item().path("id").asText()).isEqualTo(id);
        assertThat(submitted.item().path("state").asText()).isEqualTo("PENDING");
        assertThat(bench.as("ada", "draft", "discard", id).err()).contains("it cannot be handled as a draft");
    }

    @Test
    void nothingStandsWhereNothingWasOpened() {
        Answer standing = bench.json("standing", "--fail-on-found");

        assertThat(standing.exitCode()).isZero();
        assertThat(standing.items()).isEmpty();
        assertThat(bench.run("standing").out() + bench.run("standing").err()).contains("No time-boxed access");
    }
}
