package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.QuickPassphrases;
import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.workspace.Workspace;
import dev.curfew.snapshot.workspace.WorkspaceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever holds the workspace's passphrase can write to its database. `ledger verify` finds it.
class LedgerTamperingTest {
    @TempDir
    private Path home = Path.of("");

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    @BeforeEach
    void aWorkspaceWithALedger() {
        bench = new CommandBench(home, Clock.systemUTC());
        bench.run("init");
        bench.addOfficer("ada");
        bench.addOfficer("bo");
    }

    @Test
    void anUntouchedLedgerIsConsistentAndSaysAgainstWhat() {
        Answer answer = bench.json("ledger", "verify");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().path("consistent").asBoolean()).isTrue();
        assertThat(answer.item().at("/witnesses/0").asText()).contains("checkpoint of 3 entries");
    }

    @Test
    void aChangedEntryIsFound() {
        tamper("update ledger_entry set canonical = replace(canonical, 'ada', 'eve') where idx = 1");

        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains("Entry #1 was changed"));
    }

    @Test
    void aRemovedEntryIsFound() {
        tamper("delete from ledger_entry where idx = 1");

        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains("Entry #1 is missing"));
    }

    @Test
    void removedEntriesAreOneProblem() {
        tamper("delete from ledger_entry where idx >= 1");

        assertThat(problems()).contains("The entries from #1 to #2 are missing.");
    }

    @Test
    void swappedEntriesAreFound() {
        tamper(
                "update ledger_entry set idx = 99 where idx = 1",
                "update ledger_entry set idx = 1 where idx = 2",
                "update ledger_entry set idx = 2 where idx = 99");

        assertThat(problems()).isNotEmpty();
    }

    @Test
    void aCutOffEndIsFoundByTheCheckpointKeptElsewhere() {
        tamper("delete from ledger_entry where idx = 2", "delete from ledger_checkpoint where size = 3");

        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains("its end was cut off"));
    }

    @Test
    void aWorkspaceSetBackAsAWholeIsFoundByTheCheckpointKeptElsewhere() throws IOException {
        Path backup = home.resolve("backup");
        copy(bench.workspace(), backup);
        bench.addOfficer("cy");
        copy(backup, bench.workspace());

        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains("set back to an older state"));
    }

    @Test
    void aSetBackWorkspaceDoesNotOverwriteTheEvidence() throws IOException {
        Path backup = home.resolve("backup");
        copy(bench.workspace(), backup);
        bench.addOfficer("cy");
        copy(backup, bench.workspace());

        Answer next = bench.addOfficer("di");

        assertThat(next.err()).contains("rolled back or rewritten");
        assertThat(problems()).isNotEmpty();
    }

    @Test
    void aFileNamedByMistakeIsNamedAndNothingOfItIsRepeated() {
        Path mistaken = bench.file("mistaken", "canary-71ab\n\n\u2014 canary-71ab\n");

        Answer answer = bench.json("ledger", "verify", "--against", mistaken.toString());

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.item().path("problems"))
                .extracting(JsonNode::asText)
                .containsExactly(mistaken + " does not hold a checkpoint of this ledger. Name the file that does.");
        assertThat(bench.seen()).doesNotContain("canary-71ab");
    }

    private List<String> problems() {
        Answer answer = bench.json("ledger", "verify");
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(1);
        List<String> problems = new ArrayList<>();
        answer.item().path("problems").forEach(problem -> problems.add(problem.asText()));
        return problems;
    }

    private void tamper(String... statements) {
        try (Secret passphrase = Secret.of("a workspace passphrase");
                Workspace workspace = Workspace.open(
                        bench.workspace(), new WorkspaceKey.Passphrase(passphrase, QuickPassphrases.COST))) {
            workspace.unitOfWork().run(transaction -> {
                try (Statement sql = transaction.jdbc().createStatement()) {
                    int changed = 0;
                    for (String statement : statements) {
                        changed += sql.executeUpdate(statement);
                    }
                    return changed;
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
