package dev.curfew.app.cli.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.ledger.note.Cosignature;
import dev.curfew.ledger.note.NoteVerifier;
import dev.curfew.ledger.note.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada's log, and Bo's workspace that witnesses it. What passes between them lies in a shared folder.
class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:14:09Z");

    @TempDir
    private Path folder;

    private CommandBench ada;
    private CommandBench bo;
    private Path share;
    private int exports;

    @BeforeEach
    void twoWorkspaces() throws IOException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ada = new CommandBench(Files.createDirectory(folder.resolve("ada")), clock);
        bo = new CommandBench(Files.createDirectory(folder.resolve("bo")), clock);
        share = Files.createDirectory(folder.resolve("share"));
        assertThat(ada.run("init").exitCode()).isZero();
        assertThat(bo.run("init").exitCode()).isZero();
    }

    @Test
    void theStatusSaysAgainstWhomAndWhenOnceTheWitnessIsTrusted() throws IOException {
        String key = witness(export()).item().path("witnessKey").asText();

        Answer untrusted = verify();
        assertThat(untrusted.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(untrusted.err()).contains("bears no signature of a witness this workspace trusts");

        assertThat(ada.run("ledger", "trust", "bo", key).exitCode()).isZero();
        Answer verified = verify();
        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.item().path("witnesses").toString())
                .contains("bo (in " + note() + ")", "of 2026-11-22T03:14:09Z");
        assertThat(Cosignature.time(SignedNote.parse(Files.readString(note())), NoteVerifier.parse(key)))
                .contains(NOW);
    }

    @Test
    void aLogSetBackTogetherWithItsCheckpointIsFoundByTheWitnessAndByItsNote() throws IOException {
        long first = witness(export()).item().path("size").asLong();
        Path backup = copy(ada.home(), folder.resolve("backup"));
        assertThat(ada.addOfficer("ada").exitCode()).isZero();
        Answer grown = witness(export());
        assertThat(grown.item().path("sizeBefore").asLong()).isEqualTo(first);
        assertThat(grown.item().path("size").asLong()).isGreaterThan(first);
        String key = grown.item().path("witnessKey").asText();
        String signed = Files.readString(note());
        copy(backup, ada.home());
        assertThat(ada.run("ledger", "trust", "bo", key).exitCode()).isZero();

        assertThat(verify().exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(verify().err()).contains("bo (in " + note() + ") holds");
        Answer refused = witness(export());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("is not consistent, and nothing was signed", "This workspace holds");
        assertThat(note()).hasContent(signed);
    }

    @Test
    void whatIsNoExportNoKeyOrWasChangedIsRefusedInWordsAndNothingIsSigned() throws IOException {
        Path export = export();
        List<String> lines = Files.readAllLines(export);
        Files.write(
                export,
                lines.stream()
                        .map(line -> line.replace("workspace.created", "workspace.altered"))
                        .toList());
        Answer changed = witness(export);
        assertThat(changed.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(changed.err()).contains("is not consistent, and nothing was signed");

        Path other = Files.writeString(share.resolve("other"), "{}");
        assertThat(witness(other).err()).contains("is not a whole ledger export");
        assertThat(ada.run("ledger", "trust", "bo", "no key").err()).contains("That is no witness's key");
        String own = ada.json("ledger", "verify").item().path("key").asText();
        assertThat(ada.run("ledger", "trust", "bo", own).err()).contains("this workspace's own key");
        assertThat(note()).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsNotMadeAndNothingIsSigned() {
        Path absent = share.resolve("absent");
        Path export = export();

        Answer refused = bo.json(
                "ledger",
                "witness",
                export.toString(),
                "--note",
                absent.resolve("bo.note").toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("There is no folder " + absent);
        assertThat(absent).doesNotExist();
        assertThat(witness(export).item().path("sizeBefore").asLong()).isZero();
    }

    private Path export() {
        Path file = share.resolve("ledger" + ++exports + ".jsonl");
        assertThat(ada.run("ledger", "export", file.toString()).exitCode()).isZero();
        return file;
    }

    private Answer witness(Path export) {
        return bo.json("ledger", "witness", export.toString(), "--note", note().toString());
    }

    private Answer verify() {
        return ada.json("ledger", "verify", "--witness", share.toString());
    }

    private Path note() {
        return share.resolve("bo.note");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return to;
    }
}
