package dev.curfew.app.cli.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several requests of one shape on the command line: shown, confirmed by their number, decided with one passphrase.
class AlikeDecisionTest {
    @TempDir
    private Path home;

    private CommandBench bench;
    private List<String> three;

    @BeforeEach
    void threeRequestsOfOneShape() {
        bench = CommandBench.withTheSample(home);
        bench.addOfficer("ada");
        bench.addOfficer("bo");
        three = List.of(ask("restore", "OPS-1"), ask("restore", "OPS-2"), ask("restore", "OPS-3"));
        ask("something else", "OPS-4");
    }

    private String ask(String reason, String ticket) {
        return bench.as(
                        "ada",
                        "request",
                        "sample-openbao:policy/break-glass",
                        "--for",
                        "15m",
                        "--reason",
                        reason,
                        "--ticket",
                        ticket)
                .item()
                .path("id")
                .asText();
    }

    private static List<String> all(Answer answer, String field) {
        return items(answer).map(item -> item.path(field).asText()).toList();
    }

    private static Stream<JsonNode> items(Answer answer) {
        return StreamSupport.stream(answer.items().spliterator(), false);
    }

    private List<String> waiting() {
        return items(bench.json("requests"))
                .filter(item -> item.path("state").asText().equals("PENDING"))
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    void withoutTheirNumberTheyAreOnlyShown() {
        Answer shown = bench.as("bo", "approve", three.getFirst(), "--alike");

        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(all(shown, "id")).containsExactlyInAnyOrderElementsOf(three);
        assertThat(all(shown, "outcome")).containsOnly("waiting");
        assertThat(shown.err())
                .contains("- asked by ada", "- for 15 min", "- purpose: restore", "--count 3")
                .contains("What the policies say now");
        assertThat(waiting()).hasSize(4);
        assertThat(bench.run(
                                "approve",
                                three.getFirst(),
                                "--alike",
                                "--officer",
                                "bo",
                                "--officer-passphrase-file",
                                "none")
                        .out())
                .contains("would be signed", "ticket OPS-2");
    }

    @Test
    void withTheirNumberEachIsSignedAndEntered() {
        Answer signed = bench.as("bo", "approve", three.get(1), "--alike", "--count", "3");

        assertThat(signed.exitCode()).as(signed.err()).isZero();
        assertThat(all(signed, "outcome")).containsOnly("signed");
        assertThat(all(signed, "ledgerIndex")).hasSize(3).doesNotHaveDuplicates();
        assertThat(waiting()).hasSize(1);
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void withAnotherNumberNothingIsSigned() {
        Answer refused = bench.as("bo", "approve", three.getFirst(), "--alike", "--count", "4");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("Nothing was signed: --count says 4, and 3 are of this shape");
        assertThat(waiting()).hasSize(4);
        assertThat(bench.as("bo", "approve", three.getFirst(), "--count", "1").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatIsNotSignedIsToldWithItsReasonAndTheCommandSaysSo() {
        Answer own = bench.as("ada", "approve", three.getFirst(), "--alike", "--count", "3");

        assertThat(own.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(all(own, "outcome")).containsOnly("not-signed");
        assertThat(all(own, "why")).allMatch(why -> why.contains("ada"));
        assertThat(waiting()).hasSize(4);
    }

    @Test
    void theyAreDeniedLikewise() {
        Answer denied =
                bench.as("bo", "deny", three.getFirst(), "--alike", "--count", "3", "--reason", "use the normal path");

        assertThat(denied.exitCode()).as(denied.err()).isZero();
        assertThat(all(denied, "outcome")).containsOnly("signed");
        assertThat(waiting()).hasSize(1);
    }
}
