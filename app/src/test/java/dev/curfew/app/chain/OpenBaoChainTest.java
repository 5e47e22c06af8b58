package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One exception on a real OpenBao, from connecting to the proof that it is over. The tests are the steps of one story
/// and build on each other.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenBaoChainTest {
    private static final String POLICY = "bao:policy/chain-break-glass";

    private Path home = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private String readToken = "";
    private String actToken = "";
    private String request = "";
    private String plan = "";
    private Path issued = Path.of("");

    @BeforeAll
    void aServerAndAMachine(OpenBao openBao, @TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        openBao.policy("chain-break-glass", "path \"secret/data/vault-door\" { capabilities = [\"read\"] }");
        openBao.policy("chain-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.policy("chain-act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        openBao.write("secret/data/vault-door", Map.of("data", Map.of("code", "1234")));
        readToken = openBao.orphan("chain-read").value();
        actToken = openBao.orphan("chain-act").value();
        assertThat(bench.json("init").exitCode()).isZero();
    }

    @AfterEach
    void noSecretIsInAnyCommandLine() throws IOException {
        Traces.assertInNoCommandLine(readToken);
        Traces.assertInNoCommandLine(actToken);
        Traces.assertInNoCommandLine(CommandBench.passphraseOf("ada"));
        Traces.assertInNoCommandLine("a workspace passphrase");
        if (Files.isRegularFile(issued)) {
            Traces.assertInNoCommandLine(value());
        }
    }

    @Test
    @Order(1)
    void connects(OpenBao openBao) {
        Path read = bench.file("read.token", readToken + "\n");
        Path act = bench.file("act.token", actToken + "\n");

        Answer answer = bench.json(
                "connect",
                "openbao",
                "bao",
                "--address",
                openBao.address().toString(),
                "--read-credential",
                read.toString(),
                "--act-credential",
                act.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().path("canAct").asBoolean()).isTrue();
    }

    @Test
    @Order(2)
    void syncs() {
        Answer answer = bench.json("sync", "bao");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().path("added").asLong()).isPositive();
        assertThat(answer.json().at("/snapshot/number").asLong()).isEqualTo(1);
        assertThat(bench.json("identities", "--source", "bao").items()).isNotEmpty();
    }

    @Test
    @Order(3)
    void aSecondSyncOfAnUnchangedSourceAddsNothing() {
        JsonNode again = bench.json("sync", "bao").item();

        assertThat(again.path("added").asLong()).isZero();
        assertThat(again.path("changed").asLong()).isZero();
        assertThat(again.path("removed").asLong()).isZero();
    }

    @Test
    @Order(4)
    void showsWhatThePolicyReaches() {
        Answer answer = bench.json("reach", POLICY);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.items())
                .extracting(item ->
                        item.path("target").asText() + " " + item.path("how").asText())
                .contains("bao:path/secret/data/vault-door READS");
    }

    @Test
    @Order(5)
    void anOfficerAsks() {
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.addOfficer("bo").exitCode()).isZero();

        Answer answer = bench.as("ada", "request", POLICY, "--for", "15m", "--reason", "INC-4711: the door is stuck");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().path("state").asText()).isEqualTo("PENDING");
        assertThat(answer.item().path("durationSeconds").asLong()).isEqualTo(900);
        request = answer.item().path("id").asText();
    }

    @Test
    @Order(6)
    void whoAskedCannotApprove() {
        Answer answer = bench.as("ada", "approve", request);

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("ada asked for " + request + " and cannot approve it");
        assertThat(bench.json("requests").item().path("state").asText()).isEqualTo("PENDING");
    }

    @Test
    @Order(7)
    void nothingIsIssuedBeforeItIsApproved() {
        Answer answer = bench.as("ada", "issue", request, "--reveal");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    @Order(8)
    void anotherOfficerApproves() {
        Answer answer = bench.as("bo", "approve", request);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().path("state").asText()).isEqualTo("APPROVED");
    }

    @Test
    @Order(9)
    void theCredentialIsHandedOverOnceInAFileOfTheOfficersOwn() throws IOException {
        issued = home.resolve("issued.token");

        Answer answer = bench.as("ada", "issue", request, "--out", issued.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode window = answer.item();
        assertThat(Duration.between(
                        Instant.parse(window.path("openedAt").asText()),
                        Instant.parse(window.path("endsAt").asText())))
                .isBetween(Duration.ofMinutes(15).minusSeconds(1), Duration.ofMinutes(15));
        assertThat(window.path("enforcedByTarget").asBoolean())
                .as(window.toString())
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(issued)))
                .isEqualTo("rw-------");
        assertThat(bench.as("ada", "issue", request, "--reveal").exitCode()).isEqualTo(1);
    }

    @Test
    @Order(10)
    void theCredentialOpensTheDoorAndOutlivesCurfewsOwn(OpenBao openBao) throws IOException {
        var own = openBao.write("auth/token/lookup-accessor", Map.of("accessor", accessor()));

        assertThat(door(openBao).text("/data/data/code")).isEqualTo("1234");
        assertThat(own.text("/data/orphan")).isEqualTo("true");
        assertThat(own.text("/data/renewable")).isEqualTo("false");
        assertThat(own.text("/data/explicit_max_ttl")).isEqualTo("900");
    }

    @Test
    @Order(11)
    void planningChangesNothing(OpenBao openBao) throws IOException {
        Answer answer = bench.as("bo", "revoke", "plan", accessor(), "--reason", "the incident is over");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().at("/steps/0/action").asText()).isEqualTo("openbao.revoke-accessor");
        assertThat(door(openBao).status()).isEqualTo(200);
        plan = answer.item().path("id").asText();
    }

    @Test
    @Order(12)
    void runningItIsProvedByRefusals(OpenBao openBao) throws IOException {
        Answer answer = bench.as("bo", "revoke", "run", plan, "--value-file", issued.toString());

        assertThat(answer.exitCode()).as(answer.err() + answer.out()).isZero();
        assertThat(answer.item().at("/proof/state").asText()).isEqualTo("Proved");
        assertThat(answer.item().at("/proof/refused").asInt()).isEqualTo(3);
        assertThat(door(openBao).status()).isEqualTo(403);
        JsonNode listed = bench.json("revoke", "list").item();
        assertThat(listed.at("/proofs/0/state").asText()).isEqualTo("Proved");
        assertThat(listed.at("/proofs/0/ordinal")).isEqualTo(listed.at("/steps/0/ordinal"));
        assertThat(listed.at("/proofs/0/credential")).isEqualTo(listed.at("/steps/0/credential"));
    }

    @Test
    @Order(13)
    void theWindowIsOver() {
        JsonNode window = bench.json("windows").item();

        assertThat(window.path("end").asText()).isEqualTo("REVOKED");
        assertThat(bench.json("requests").item().path("state").asText()).isEqualTo("ENDED");
    }

    @Test
    @Order(14)
    void verifyingAgainFindsItRefusedStill() throws IOException {
        Answer answer = bench.bare(
                Map.of(
                        "CURFEW_WORKSPACE", bench.workspace().toString(),
                        "CURFEW_PASSPHRASE_FILE", home.resolve("passphrase").toString()),
                value(),
                List.of(CommandBench.passphraseOf("bo")),
                "revoke",
                "verify",
                plan,
                "--value-stdin",
                "--officer",
                "bo");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("refused 6 of 6 at ");
    }

    @Test
    @Order(15)
    void everyStepIsInTheLedgerAndTheLedgerIsWhole() {
        Answer verified = bench.json("ledger", "verify");

        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.item().path("witnesses")).hasSize(1);
        assertThat(bench.json("ledger", "list").items())
                .extracting(entry -> entry.path("type").asText())
                .contains(
                        "workspace.created",
                        "connection.added",
                        "sync.recorded",
                        "officer.added",
                        "request.submitted",
                        "request.approved",
                        "window.opened",
                        "plan.made",
                        "plan.approved");
    }

    @Test
    @Order(16)
    void anExportOpensElsewhereAndOnlyToBeRead() {
        Path file = home.resolve("estate.zip");
        assertThat(bench.json("export", file.toString()).exitCode()).isZero();
        String elsewhere = home.resolve("elsewhere").toString();

        Answer opened = bench.json("open", file.toString(), "-w", elsewhere);

        assertThat(opened.exitCode()).as(opened.err()).isZero();
        assertThat(bench.json("identities", "-w", elsewhere).items())
                .hasSameSizeAs(bench.json("identities").items());
        assertThat(bench.json("ledger", "verify", "-w", elsewhere).exitCode()).isZero();
        assertThat(bench.json("requests", "-w", elsewhere).item().path("id").asText())
                .isEqualTo(request);
    }

    @Test
    @Order(17)
    void nothingIsActedOnFromAnExport() {
        String elsewhere = home.resolve("elsewhere").toString();

        for (Answer answer : List.of(
                bench.json("sync", "-w", elsewhere),
                bench.addOfficerIn(elsewhere, "eve"),
                bench.as("bo", "issue", request, "--reveal", "-w", elsewhere),
                bench.as("bo", "revoke", "run", plan, "-w", elsewhere),
                bench.json("export", home.resolve("again.zip").toString(), "-w", elsewhere))) {
            assertThat(answer.exitCode()).as(answer.err()).isEqualTo(1);
            assertThat(answer.err()).contains("came out of an export");
        }
    }

    @Test
    @Order(18)
    void noSecretIsLeftAnywhere() throws IOException {
        Traces.assertNowhere(value(), home, Set.of(issued), bench.seen());
        Traces.assertNowhere(readToken, home, Set.of(home.resolve("read.token")), bench.seen());
        Traces.assertNowhere(actToken, home, Set.of(home.resolve("act.token")), bench.seen());
        Traces.assertNowhere(
                CommandBench.passphraseOf("ada"), home, Set.of(home.resolve("ada-passphrase")), bench.seen());
        Traces.assertNowhere("a workspace passphrase", home, Set.of(home.resolve("passphrase")), bench.seen());
    }

    /// A bare accessor is enough where it is unambiguous.
    private String accessor() {
        return bench.json("windows").item().path("credential").asText().replace("bao:", "");
    }

    private dev.curfew.testbed.Answer door(OpenBao openBao) throws IOException {
        return openBao.call("GET", "secret/data/vault-door", Map.of(), value());
    }

    private String value() throws IOException {
        return Files.readString(issued).strip();
    }
}
