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

/// A workspace that two machines open, and its roster.
class RosterCommandsTest {
    @TempDir
    private Path folder;

    private CommandBench desk;
    private CommandBench other;

    @BeforeEach
    void threeOfficers() throws IOException {
        desk = CommandBench.withTheSample(Files.createDirectory(folder.resolve("desk")));
        other = new CommandBench(Files.createDirectory(folder.resolve("other")), desk.clock());
        for (String officer : new String[] {"ada", "bo", "cy"}) {
            assertDone(desk.addOfficer(officer));
        }
    }

    private void found(int quorum) {
        Answer founded = desk.as("ada", "officer", "found", "--quorum", Integer.toString(quorum));
        assertDone(founded);
        assertThat(founded.item().path("inForce").asBoolean()).isTrue();
    }

    /// On the other machine, in the same workspace.
    private Answer elsewhere(String officer, String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "-w";
        all[arguments.length + 1] = desk.workspace().toString();
        return other.as(officer, all);
    }

    @Test
    void whileNobodyFoundedItWhoeverOpensTheWorkspaceAddsOfficersAndIsToldSo() {
        assertThat(desk.run("officer", "list").err()).contains("The roster is not founded");
        assertThat(desk.run("officer", "roster").out()
                        + desk.run("officer", "roster").err())
                .contains("not founded yet");
        assertThat(desk.as("ada", "officer", "revoke", "bo", "--reason", "left").err())
                .contains("The roster is not founded yet");
        assertThat(desk.run("officer", "add", "di", "--role", "security").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aChangeIsInForceWhenTheQuorumSignedOnMachinesOfTheirOwn() {
        found(2);
        assertThat(desk.addOfficer("di").exitCode()).isEqualTo(ExitCode.USAGE);
        Answer added = desk.json(
                "officer",
                "add",
                "di",
                "--role",
                "security",
                "--officer-passphrase-file",
                desk.file("di-passphrase", CommandBench.passphraseOf("di")).toString(),
                "--signer",
                "ada",
                "--signer-passphrase-file",
                desk.file("ada-passphrase", CommandBench.passphraseOf("ada")).toString());
        assertDone(added);
        String change = added.item().path("id").asText();
        assertThat(added.item().path("missing").asInt()).isEqualTo(1);
        assertThat(added.err()).contains("One more officer has to sign").contains(change);

        Answer same = desk.as("bo", "officer", "sign", change);
        assertThat(same.item().path("inForce").asBoolean()).as("on one machine").isFalse();
        assertThat(desk.as("di", "officer", "quorum", "1").err()).contains("There is no officer named di");
        assertThat(desk.json("officer", "changes").item().path("id").asText()).isEqualTo(change);

        Answer signed = elsewhere("cy", "officer", "sign", change);
        assertDone(signed);
        assertThat(signed.item().path("inForce").asBoolean()).isTrue();
        assertThat(desk.json("officer", "list")
                        .items()
                        .get(3)
                        .path("roles")
                        .get(0)
                        .asText())
                .isEqualTo("security");
        assertThat(desk.json("officer", "roster").items()).hasSize(2);
        assertThat(desk.json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void aRevokedKeySignsNothingMore() {
        found(1);
        assertDone(desk.as("ada", "officer", "revoke", "bo", "--reason", "the laptop was stolen"));

        Answer asked =
                desk.as("bo", "request", "sample-openbao:policy/break-glass", "--for", "15m", "--reason", "restore");
        assertThat(asked.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(asked.err()).contains("The key of bo was revoked").contains("the laptop was stolen");
        assertThat(desk.json("officer", "list")
                        .items()
                        .get(1)
                        .path("revokedFor")
                        .asText())
                .isEqualTo("the laptop was stolen");
        assertThat(desk.as("ada", "officer", "role", "cy", "--grant", "x", "--take", "y")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertDone(desk.as("ada", "officer", "role", "cy", "--grant", "security"));
    }

    @Test
    void aWorkspaceSetBackToBeforeARevocationDecidesNothing() throws IOException {
        found(1);
        Path backup = folder.resolve("backup");
        Folders.copy(desk.workspace(), backup);
        assertDone(desk.as("ada", "officer", "revoke", "bo", "--reason", "left"));
        Folders.replace(desk.workspace(), backup);

        Answer asked =
                desk.as("bo", "request", "sample-openbao:policy/break-glass", "--for", "15m", "--reason", "restore");

        assertThat(asked.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(asked.err()).contains("ends at statement 1, but statement 2 of it was seen by this machine");
        assertThat(desk.run("officer", "list").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(desk.as("ada", "officer", "revoke", "bo", "--reason", "left").exitCode())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void whatWasRememberedIsNotTakenForNothingWhereItCannotBeRead() throws IOException {
        found(1);
        Path remembered;
        try (var files = Files.list(desk.home().resolve("device").resolve("rosters"))) {
            remembered = files.findFirst().orElseThrow();
        }
        Files.writeString(remembered, "{}");

        Answer listed = desk.run("officer", "list");

        assertThat(listed.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(listed.err())
                .contains("Whether the roster was set back cannot be told")
                .contains("rosters");
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }
}
