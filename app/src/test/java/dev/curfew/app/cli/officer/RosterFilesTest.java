package dev.curfew.app.cli.officer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada's machine, which holds the roster, and Bo's, which signs a change of it. Between them pass files alone.
class RosterFilesTest {
    @TempDir
    private Path folder;

    private CommandBench ada;
    private CommandBench bo;

    @BeforeEach
    void twoWorkspaces() throws IOException {
        ada = CommandBench.withTheSample(Files.createDirectory(folder.resolve("ada")));
        bo = CommandBench.withTheSample(Files.createDirectory(folder.resolve("bo")));
        introduce(ada, "ada", bo);
        introduce(bo, "bo", ada);
        assertDone(ada.addOfficer("cy"));
        assertDone(ada.as("ada", "officer", "found", "--quorum", "2"));
    }

    private static void introduce(CommandBench one, String name, CommandBench other) {
        String key = one.addOfficer(name).item().path("publicKey").asText();
        assertDone(other.run("officer", "add", name, "--public-key", key));
    }

    @Test
    void aChangeComesAndGoesInFiles() {
        String change = proposed("security");
        Path question = exported(change, "question");

        Answer shown = bo.json("approval", "show", question.toString());
        assertDone(shown);
        assertThat(shown.item().at("/change/role").asText()).isEqualTo("security");
        assertThat(shown.err()).contains("2 officers sign each change there");

        Answer taken = ada.json("approval", "import", signed(question, "answer").toString());
        assertDone(taken);
        assertThat(taken.item().path("inForce").asBoolean()).isTrue();
        assertThat(ada.json("officer", "roster").items()).hasSize(2);
        assertThat(bo.run("ledger", "list").out()).contains("roster.seen");
        assertThat(ada.json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void theOtherMachineFindsThatTheRosterWasSetBackAlsoWhereThisOneForgot() throws IOException {
        Path backup = folder.resolve("backup");
        Folders.copy(ada.workspace(), backup);
        assertDone(ada.json(
                "approval",
                "import",
                signed(exported(proposed("security"), "first"), "first-answer").toString()));
        signed(exported(proposed("audit"), "second"), "second-answer");
        Folders.replace(ada.workspace(), backup);
        try (var heads = Files.list(ada.home().resolve("device").resolve("rosters"))) {
            Files.delete(heads.findFirst().orElseThrow());
        }

        Path older = exported(proposed("audit"), "older");

        Answer refused = bo.as("bo", "approval", "sign", older.toString(), "--out", folder.resolve("no") + "");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("ends at statement 1, but statement 2 of it was seen here");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void aRequestsQuestionCarriesHowFarTheRosterHadCome() throws IOException {
        Answer asked = ada.as("ada", "request", "sample-openbao:policy/break-glass", "--for", "15m", "--reason", "it");
        Path question = exported(asked.item().path("id").asText(), "request");
        assertThat(Files.readString(question)).contains("\"roster\":{");
        signed(question, "answer");
        assertThat(bo.run("ledger", "list").out()).contains("roster.seen");
    }

    private String proposed(String role) {
        Answer proposed = ada.as("ada", "officer", "role", "cy", "--grant", role);
        assertDone(proposed);
        return proposed.item().path("id").asText();
    }

    private Path exported(String id, String name) {
        Path file = folder.resolve(name);
        assertDone(ada.as("ada", "approval", "export", id, "--to", file.toString()));
        return file;
    }

    private Path signed(Path question, String name) {
        Path file = folder.resolve(name);
        assertDone(bo.as("bo", "approval", "sign", question.toString(), "--out", file.toString()));
        return file;
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }
}
