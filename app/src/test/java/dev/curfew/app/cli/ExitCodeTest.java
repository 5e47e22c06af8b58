package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How commands end, and with which sentence.
class ExitCodeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    /// For what changes nothing, so that it is made once.
    private static CommandBench shared = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), CLOCK);

    @TempDir
    private Path home = Path.of("");

    private CommandBench bench = shared;

    @BeforeAll
    static void aMachineWithAWorkspace(@TempDir Path home) {
        shared = new CommandBench(home, CLOCK);
        shared.run("init");
    }

    @BeforeEach
    void aMachine() {
        bench = new CommandBench(home, CLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            identitees                             | Unmatched argument at index 0: 'identitees'. Did you mean identities?
            identities --colour                    | Unknown option: '--colour'. See: curfew identities --help
            identities --format xml                | Invalid value for option '--format'
            reach                                  | Name at least one id
            officer                                | Missing required subcommand
            expiring --fail-on soon                | Invalid value for option '--fail-on'
            sync Prod_Bao                          | is no name for a source
            request p --for long --reason r --officer a | is not a length of time
            issue r-1 --officer ada                | Missing required argument
            issue r-1 --officer ada --reveal --out f | mutually exclusive
            connect openbao b --address ftp://x --read-credential passphrase | is no address
            sample --identities 3                  | from 60 to
            import aws not-there.json              | not-there.json cannot be read
            ledger verify --against not-there.note | not-there.note cannot be read
            ledger verify --witness not-there      | not-there cannot be read
            ledger witness not-there --note n      | not-there cannot be read
            break-glass unwrap not-there -- true   | not-there cannot be read
            rank --weights not-there               | not-there cannot be read
            paths a b -k 0                  | Ask for 1 to
            ledger list --from -1                  | There is no entry -1
            ledger list --limit 0                  | is no number from 1 on
            ledger list --limit -1                 | is no number from 1 on
            """)
    void whatCannotBeUnderstoodEndsWithTwo(String typed, String sentence) {
        Answer answer = shared.run(typed.split(" +"));

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains(sentence);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sync nobody                                        | There is no source named nobody
            reach aws:nobody                                   | Nothing in the current snapshot has aws:nobody for its id or its name
            approve r-none --officer ada                       | There is no request r-none
            revoke run p-none --officer ada                    | There is no revocation plan p-none
            revoke verify p-none --officer ada                 | There is no revocation plan p-none
            officer add Ada                                    | is no officer's name
            """)
    void whatIsRefusedEndsWithOne(String typed, String sentence) {
        Answer answer = shared.bare(
                shared.environment(),
                "",
                List.of("an officer's passphrase", "an officer's passphrase"),
                typed.split(" +"));

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains(sentence).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            run --role nobody --ttl 5m --purpose p --officer ada -- true  | has a policy nobody
            run --request r-none --officer ada -- true                    | There is no request r-none
            break-glass use nothing --reason r --officer ada -- true      | There is no
            break-glass open-offline --envelope none --key ada=none -- true | none
            """)
    void aroundAnotherProgramWhatCurfewCouldNotIsNotTakenForTheProgramsOwn(String typed, String sentence) {
        Answer answer = shared.bare(
                shared.environment(), "", List.of("an officer's passphrase", "another's"), typed.split(" +"));

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.RUN_FAILED);
        assertThat(answer.err()).contains(sentence);
    }

    @Test
    void listingsEndWithZeroWhateverTheyFind() {
        assertThat(shared.run("identities").exitCode()).isZero();
        assertThat(shared.run("expiring").exitCode()).isZero();
        assertThat(shared.run("sources").exitCode()).isZero();
        assertThat(shared.run("officer", "list").exitCode()).isZero();
        assertThat(shared.run("requests").exitCode()).isZero();
        assertThat(shared.run("windows").exitCode()).isZero();
        assertThat(shared.run("revoke", "list").exitCode()).isZero();
        assertThat(shared.run("ledger", "list").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            sync nobody                | 1 | There is no source named nobody. | Connected are: .
            identities --colour        | 2 | Unknown option: '--colour'.      | See: curfew identities --help
            identities --limit x --    | 2 | Unknown option: '--limit'.       | See: curfew identities --help
            reach                      | 2 | Name at least one id, an owner (--owner) or a list (--file). | null
            run --role x -- true       | 2 | Missing required option: '--officer=NAME'. | See: curfew run --help
            """)
    void forScriptsAFailureIsOneObjectOnTheLastLine(String typed, int exitCode, String error, String next)
            throws IOException {
        Answer answer = shared.json(typed.split(" +"));

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(exitCode);
        assertThat(answer.out()).isEmpty();
        assertThat(new ObjectMapper().readTree(answer.err().lines().toList().getLast()))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("schema", "curfew.failure/1")
                        .put("error", error)
                        .put("next", next)
                        .put("exitCode", exitCode));
    }

    @Test
    void aWorkspaceThatIsNotThereIsSaidAndNeverMade() {
        Answer answer = bench.run("identities");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err())
                .startsWith("curfew: ")
                .contains(bench.workspace().toString());
        assertThat(bench.workspace()).doesNotExist();
    }

    @Test
    void aSecondWorkspaceInTheSamePlaceIsRefused() {
        assertThat(shared.run("init").exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aWrongPassphraseIsRefused() {
        Path other = shared.file("other-passphrase", "another passphrase");

        Answer answer = shared.bare(
                Map.of("CURFEW_WORKSPACE", shared.workspace().toString()),
                "",
                List.of(),
                "identities",
                "--passphrase-file",
                other.toString());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aPassphraseFileThatOthersReadIsTakenAndSaid() throws IOException {
        Path file = shared.file("open-passphrase", "a workspace passphrase");
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
        String[] typed = {"officer", "list", "--passphrase-file", file.toString()};
        String said = shared.run(typed).err();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Answer answer = shared.run(typed);

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err())
                .isEqualTo("Others on this machine can read " + file
                        + ", which holds a passphrase. Keep it from them: chmod 600 " + file + "\n" + said);
    }

    @Test
    void withoutPassphraseFileKeychainOrTerminalTheSentenceNamesTheFileOption() {
        Answer answer =
                shared.bare(Map.of("CURFEW_WORKSPACE", shared.workspace().toString()), "", List.of(), "identities");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("--passphrase-file").contains("CURFEW_PASSPHRASE_FILE");
    }

    @Test
    void aPassphraseCanBeTyped() {
        Answer answer = shared.bare(
                Map.of("CURFEW_WORKSPACE", shared.workspace().toString()),
                "",
                List.of("a workspace passphrase"),
                "identities");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    @Test
    void aNewPassphraseIsTypedTwiceAlike() {
        Map<String, String> environment =
                Map.of("CURFEW_WORKSPACE", bench.workspace().toString());

        assertThat(bench.bare(environment, "", List.of("one", "two"), "init").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(bench.workspace()).doesNotExist();
        assertThat(bench.bare(environment, "", List.of("one", "one"), "init").exitCode())
                .isZero();
    }

    @Test
    void withoutDisplayTheConsoleNamesTheCommandLine() {
        Answer answer = bench.bare(Map.of(), "", List.of());

        assertThat(answer)
                .isEqualTo(new Answer(
                        ExitCode.REFUSED,
                        "",
                        "curfew: There is no display to open the console on. Use the command line: curfew --help\n"));
    }

    @Test
    void aFaultOfOurOwnIsOneSentenceAndItsValuesAreNowhere() throws IOException {
        assertIsOneSentenceWithoutValues("AssertionError", () -> {
            throw new AssertionError("canary-5c1d", new IllegalStateException("canary-5c1d"));
        });
    }

    @Test
    void anExceptionThatNobodyForesawIsOneSentenceAndItsValuesAreNowhere() throws IOException {
        assertIsOneSentenceWithoutValues("IllegalArgumentException", () -> {
            throw new IllegalArgumentException("canary-5c1d", new IllegalStateException("canary-5c1d"));
        });
    }

    private void assertIsOneSentenceWithoutValues(String name, Runnable fault) throws IOException {
        bench.run("init");

        Answer answer = bench.breaking(fault, "officer", "list");
        Answer listed = bench.breaking(fault, "ledger", "list");

        assertThat(answer.err()).startsWith("There is no officer");
        assertThat(listed)
                .isEqualTo(new Answer(
                        ExitCode.REFUSED,
                        "",
                        "curfew: Something unexpected went wrong (" + name
                                + "). Nothing half-done was kept; the log in "
                                + bench.workspace().resolve("logs") + " says more.\n"));
        assertThat(Files.readString(bench.workspace().resolve("logs").resolve("curfew.log")))
                .contains("java.lang." + name, "Caused by: java.lang.IllegalStateException", "at dev.curfew.app")
                .doesNotContain("canary-5c1d");
    }

    @Test
    void theVersionIsThePackages() {
        assertThat(bench.bare(Map.of(), "", List.of(), "--version"))
                .isEqualTo(new Answer(ExitCode.DONE, "curfew 1.2.3\n", ""));
    }

    @Test
    void aSourceThatDoesNotAnswerEndsWithThreeAndChangesNothing() {
        bench.run("init");
        Path token = bench.file("token", "s.not-a-token");
        // Port 9 (discard) is refused on loopback: nobody listens.
        bench.run(
                "connect", "openbao", "bao", "--address", "http://127.0.0.1:9", "--read-credential", token.toString());

        Answer answer = bench.json("sync", "bao");

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.SOURCE);
        assertThat(answer.json().at("/snapshot/number").asLong()).isZero();
        assertThat(answer.item().path("result").asText()).isEqualTo("failed");
    }

    @Test
    void aForeignFileEndsWithThreeAndNamesThePlace() {
        bench.run("init");
        Path file = bench.file("foreign.json", "{\"Users\": [}");

        Answer answer = bench.run("import", "aws", file.toString());

        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCode.SOURCE);
        assertThat(answer.err()).contains("foreign.json");
        assertThat(bench.json("sources").items()).isEmpty();
    }
}
