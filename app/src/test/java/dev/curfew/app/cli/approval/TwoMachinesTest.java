package dev.curfew.app.cli.approval;

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

/// Ada's machine, which holds the request, and Bo's, which approves it. Between them pass files alone.
class TwoMachinesTest {
    private static final String POLICY = "sample-openbao:policy/break-glass";

    @TempDir
    private Path folder;

    private CommandBench ada;
    private CommandBench bo;
    private Path question;
    private Path answer;
    private String request = "";

    @BeforeEach
    void twoWorkspaces() throws IOException {
        ada = CommandBench.withTheSample(Files.createDirectory(folder.resolve("ada")));
        bo = CommandBench.withTheSample(Files.createDirectory(folder.resolve("bo")));
        introduce(ada, "ada", bo);
        introduce(bo, "bo", ada);
        question = folder.resolve("question");
        answer = folder.resolve("answer");
        Answer asked = ada.as("ada", "request", POLICY, "--for", "15m", "--reason", "restore", "--ticket", "OPS-7");
        assertThat(asked.item().path("state").asText()).as(asked.err()).isEqualTo("PENDING");
        request = asked.item().path("id").asText();
    }

    /// Each tells the other their public key by another way.
    private static void introduce(CommandBench one, String name, CommandBench other) {
        String key = one.addOfficer(name).item().path("publicKey").asText();
        Answer entered = other.run("officer", "add", name, "--public-key", key);
        assertThat(entered.exitCode()).as(entered.err()).isZero();
    }

    @Test
    void anApprovalComesAndGoesInFiles() {
        exported();

        Answer shown = bo.json("approval", "show", question.toString());
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.item().at("/request/policy").asText()).isEqualTo(POLICY);
        assertThat(shown.item().path("recheck").asText()).isEqualTo("same");
        assertThat(shown.err())
                .contains(
                        "- Ticket (claimed): OPS-7", "What this would add:", "Computed here too, with the same result");

        signed();
        Answer taken = ada.json("approval", "import", answer.toString());
        assertThat(taken.exitCode()).as(taken.err()).isZero();
        assertThat(taken.item().path("officer").asText()).isEqualTo("bo");
        assertThat(state()).isEqualTo("APPROVED");
        assertThat(ada.json("ledger", "verify").exitCode()).isZero();
        assertThat(bo.run("ledger", "list").out()).contains("approval.answered");
    }

    @Test
    void whatWasTakenIsNotTakenAgain() {
        exported();
        signed();
        assertThat(ada.run("approval", "import", answer.toString()).exitCode()).isZero();

        assertRefused(ada.run("approval", "import", answer.toString()), "is approved; it cannot be approved");
        Answer again = bo.as("bo", "approval", "sign", question.toString(), "--out", folder.resolve("more") + "");
        assertRefused(again, "bo has signed " + request + " already");
        assertThat(folder.resolve("more")).doesNotExist();
    }

    @Test
    void aCopyOfTheWorkspaceOnAnotherMachineAndAnotherWorkspaceTakeNothing() throws IOException {
        exported();
        signed();
        CommandBench clone = CommandBench.withTheSample(Files.createDirectory(folder.resolve("clone")));
        Folders.replace(clone.workspace(), ada.workspace());

        assertRefused(clone.run("approval", "import", answer.toString()), "did not ask on this machine");
        assertRefused(bo.run("approval", "import", answer.toString()), "did not ask on this machine");
        assertThat(ada.run("approval", "import", answer.toString()).exitCode()).isZero();
    }

    @Test
    void whatWasEditedOnTheWayIsRefusedOnBothSides() throws IOException {
        exported();
        Path longer = edited(question, "\"durationSeconds\":900", "\"durationSeconds\":28800");
        assertRefused(bo.run("approval", "show", longer.toString()), "its signature is not the one of who asked");

        signed();
        Path other = edited(answer, "\"recheck\":\"same\"", "\"recheck\":\"changed\"");
        assertRefused(ada.run("approval", "import", other.toString()), "the signature is not the officer's");
        assertRefused(ada.run("approval", "import", question.toString()), "it is no signed approval");
        assertThat(state()).isEqualTo("PENDING");
    }

    @Test
    void aFileThatIsThereIsNotWrittenOverAndNothingIsSigned() throws IOException {
        Files.writeString(question, "mine");
        Answer refused = ada.as("ada", "approval", "export", request, "--to", question.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(question).hasContent("mine");
        assertThat(ada.run("ledger", "list").out()).doesNotContain("approval.asked");
        assertThat(ada.run("officer", "add", "cy", "--public-key", "AAAA").err())
                .contains("no Ed25519 public key");
    }

    private void exported() {
        Answer exported = ada.as("ada", "approval", "export", request, "--to", question.toString());
        assertThat(exported.exitCode()).as(exported.err()).isZero();
    }

    private void signed() {
        Answer signed = bo.as("bo", "approval", "sign", question.toString(), "--out", answer.toString());
        assertThat(signed.exitCode()).as(signed.err()).isZero();
    }

    private String state() {
        return ada.json("requests").item().path("state").asText();
    }

    private static void assertRefused(Answer answer, String words) {
        assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains(words);
    }

    private Path edited(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve(file.getFileName() + "-edited"), text.replace(from, to));
    }
}
