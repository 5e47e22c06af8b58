package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.usecase.Foreseen;
import dev.curfew.governance.custody.CustodyException;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every command that writes a file ends with one and the same code where it cannot.
class WrittenFilesTest {
    private static final String ROLE = "sample-aws:arn:aws:iam::111122223333:role/ci-deployer";
    private static final String TEXT = "of somebody else";

    private static CommandBench bench =
            new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    @BeforeAll
    static void aMachineWithTheSample(@TempDir Path home) {
        bench = CommandBench.withTheSample(home);
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        bench.file("question", "a question");
        bench.file("cases", "");
        assertThat(bench.run("ledger", "export", home.resolve("log").toString()).exitCode())
                .isZero();
    }

    /// `+`: signed by an officer.
    private static Answer run(String command, Path file) {
        String home = bench.home().toString();
        String[] words = command.replaceFirst("^[+] ", "")
                .replace("FILE", file.toString())
                .replace("HOME", home)
                .replace("ROLE", ROLE)
                .split(" ");
        return command.startsWith("+ ") ? bench.as("ada", words) : bench.json(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph FILE --from ROLE",
                "export FILE",
                "ledger export FILE",
                "+ approval export r-1 --to FILE",
                "+ approval sign HOME/question --out FILE",
                "+ attest ask grace --to FILE",
                "+ issue r-1 --out FILE",
                "+ rotate start ROLE --to-file FILE --reason drill",
                "+ run --request r-1 --file FILE -- true",
                "+ break-glass use door --reason drill --wrap-to FILE --wrap-for ada -- true"
            })
    void aNewFileThatIsThereAlreadyStaysAsItIs(String command) throws IOException {
        Path file = bench.file("taken", TEXT);

        Answer there = run(command, file);
        assertThat(there.exitCode()).as(there.err()).isEqualTo(ExitCode.USAGE);
        assertThat(there.err()).contains(file.toString());
        assertThat(Files.readString(file)).isEqualTo(TEXT);

        nowhere(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate aws --cases HOME/cases --out FILE", "ledger witness HOME/log --note FILE"})
    void whatIsReplacedIsNoFolder(String command) throws IOException {
        Path folder = Files.createDirectories(bench.home().resolve("folder"));

        Answer answer = run(command, folder);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(folder.toString());
        assertThat(folder).isEmptyDirectory();
    }

    private static void nowhere(String command) {
        Path file = bench.home().resolve("nowhere").resolve("file");

        Answer nowhere = run(command, file);
        assertThat(nowhere.exitCode()).as(nowhere.err()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err()).contains("nowhere");
        assertThat(file).doesNotExist();
    }

    @Test
    void anOfficersKeyThatIsThereStaysAsItIs() throws IOException {
        Path key = bench.workspace().resolve("officers").resolve("bo.key");
        Files.writeString(key, TEXT);

        Answer answer = bench.addOfficer("bo");

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readString(key)).isEqualTo(TEXT);
    }

    /// Where a folder should be is a file: nobody can write in there, whatever their rights.
    @Test
    void anOfficersKeyThatCannotBeWrittenIsSuchAFileToo(@TempDir Path home) throws IOException {
        CommandBench other = new CommandBench(home, Clock.systemUTC());
        other.run("init");
        Files.writeString(other.workspace().resolve("officers"), TEXT);

        Answer answer = other.addOfficer("bo");

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("could not be read or written");
        assertThat(other.json("officer", "list").items()).isEmpty();
    }

    @Test
    void andAHoldersKey(@TempDir Path home) throws IOException {
        Path folder = Files.writeString(home.resolve("custody"), TEXT);
        HolderKeys keys = new HolderKeys(folder, new PlainPassphrases(), new SecureRandom());

        assertThatThrownBy(() -> keys.ensure("bo", Secret.of("bo's")))
                .isInstanceOf(CustodyException.class)
                .satisfies(failure -> assertThat(Foreseen.of(failure)).contains(Foreseen.FILE));
    }
}
