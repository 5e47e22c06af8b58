package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A connection's life on a real OpenBao: its credentials are tried, replaced, and it goes.
@WithOpenBao
class ConnectionTest {
    private static final String NOBODY = "http://127.0.0.1:9";

    private final OpenBao openBao;

    @TempDir
    private Path home = Path.of("");

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    ConnectionTest(OpenBao openBao) {
        this.openBao = openBao;
        openBao.policy("connection-read", """
                path "sys/policies/acl" { capabilities = ["list"] }
                path "sys/policies/acl/*" { capabilities = ["read"] }
                """);
    }

    @BeforeEach
    void aWorkspace() {
        bench = new CommandBench(home, Clock.systemUTC());
        bench.run("init");
    }

    @Test
    void connectingTriesTheCredentialAndSaysWhatItIs() {
        Answer answer = connect(openBao.address().toString(), token());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("The credential to read with works: the token token (accessor ")
                .contains("policies connection-read, default). It ends at ")
                .doesNotContain("The credential to act with");
    }

    @Test
    void aServerThatIsDownIsConnectedAllTheSame() {
        Answer answer = connect(NOBODY, "s.whatever");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("Whether the credential to read with works is not known: Nothing answers at 127.0.0.1:9")
                .contains("curfew connection check bao");
        assertThat(bench.json("connection", "list").items()).hasSize(1);
        assertThat(bench.json("connection", "check").exitCode()).isEqualTo(ExitCode.SOURCE);
    }

    @Test
    void nothingIsTriedWhereThatIsNotWanted() {
        Answer answer = connect(NOBODY, "s.whatever", "--no-check");

        assertThat(answer.err()).isEqualTo("Connected; nothing is read yet. Next: curfew sync bao\n");
    }

    @Test
    void aCredentialThatIsNotTakenIsReplaced() throws IOException {
        String fresh = token();
        Answer connected = connect(openBao.address().toString(), "s.neverheardof");
        assertThat(connected.exitCode()).as(connected.err()).isZero();
        assertThat(connected.err())
                .contains("bao does not take the credential to read with: ")
                .contains("curfew connection credential bao --read-credential FILE");
        assertThat(bench.json("sync", "bao").exitCode()).isEqualTo(ExitCode.SOURCE);

        Path file = bench.file("fresh.token", fresh);
        Answer replaced = bench.json("connection", "credential", "bao", "--read-credential", file.toString());

        assertThat(replaced.exitCode()).as(replaced.err()).isZero();
        assertThat(replaced.err()).contains("The credential to read with works: ");
        Answer checked = bench.json("connection", "check", "bao");
        assertThat(checked.exitCode()).isZero();
        assertThat(checked.item().path("state").asText()).isEqualTo("Works");
        assertThat(bench.json("sync", "bao").exitCode()).isZero();
        assertThat(ledger()).endsWith("connection.changed", "sync.recorded");
        Traces.assertNowhere(fresh, home, Set.of(file), bench.seen());
    }

    @Test
    void whereNobodyLogsInWithACodeThatIsSaid() {
        connect(NOBODY, "s.whatever", "--no-check");

        assertThat(bench.run("connection", "login", "bao").err())
                .contains("bao is a source of kind openbao, at which nobody logs in with a code.");
    }

    @Test
    void actingIsSwitchedOnAndOffWithItsCredential() {
        connect(openBao.address().toString(), token());
        Path file = bench.file("act.token", token());

        bench.json("connection", "credential", "bao", "--act-credential", file.toString());
        boolean on = bench.json("connection", "list").item().path("canAct").asBoolean();
        int credentials = bench.json("connection", "check").items().size();
        bench.json("connection", "credential", "bao", "--stop-acting");

        assertThat(on).isTrue();
        assertThat(credentials).isEqualTo(2);
        assertThat(bench.json("connection", "list").item().path("canAct").asBoolean())
                .isFalse();
        assertThat(bench.json("connection", "check").items()).hasSize(1);
    }

    @Test
    void aRemovedConnectionLeavesTheEstateAsIfItHadNeverBeenConnected() {
        connect(openBao.address().toString(), token());
        bench.json("sync", "bao");
        assertThat(bench.json("reach", "bao:policy/default").exitCode()).isZero();

        Answer removed = bench.json("connection", "remove", "bao");

        assertThat(removed.exitCode()).as(removed.err()).isZero();
        JsonNode identities = bench.json("identities").json();
        assertThat(identities.path("items")).isEmpty();
        assertThat(identities.path("coverage")).isEmpty();
        assertThat(bench.json("reach", "bao:policy/default").exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(bench.json("connection", "list").items()).isEmpty();
        assertThat(ledger()).endsWith("connection.removed");
    }

    @Test
    void itsNameIsFreeAgain() {
        connect(openBao.address().toString(), token());
        bench.json("sync", "bao");
        bench.json("connection", "remove", "bao");

        Answer again = connect(openBao.address().toString(), token());
        Answer synced = bench.json("sync", "bao");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(synced.item().path("added").asLong()).isPositive();
        assertThat(bench.json("sources").item().path("coverage"))
                .noneMatch(scope -> scope.path("detail").asText().contains("removed"));
    }

    @Test
    void theSampleHasNoCredentialsToReplaceOrTry() {
        bench.json("sample", "--identities", "60");
        Path file = bench.file("some.token", "s.some");

        Answer answer = bench.json("connection", "credential", "sample-aws", "--read-credential", file.toString());

        assertThat(answer.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err())
                .isEqualTo(
                        "{\"schema\":\"curfew.failure/1\",\"error\":\"sample-aws is a source of kind sample: it has no"
                                + " credentials.\",\"next\":null,\"exitCode\":1}\n");
        assertThat(bench.json("connection", "check").items()).isEmpty();
    }

    private Answer connect(String address, String token, String... more) {
        Path file = bench.file("read.token", token + "\n");
        String[] typed = {"connect", "openbao", "bao", "--address", address, "--read-credential", file.toString()};
        return bench.json(Stream.of(typed, more).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private List<String> ledger() {
        return bench.json("ledger", "list").items().findValuesAsText("type");
    }

    private String token() {
        return openBao.orphan("connection-read").value();
    }
}
