package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An access key that is replaced before it is revoked. moto lets an inactive key go on working, so that only the
/// deletion is proved. The tests are the steps of one story.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwsRotationTest {
    private Path home = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private Moto.Enforcement enforcement = () -> {};
    private String oldId = "";
    private String oldSecret = "";
    private String rotation = "";
    private Path oldFile = Path.of("");
    private Path newFile = Path.of("");

    @BeforeAll
    void anAccountAndAMachine(Moto moto, @TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        moto.iam("CreateUser", Map.of("UserName", "ci-runner")).ok();
        Moto.AccessKey old = moto.accessKey("ci-runner");
        oldId = old.id();
        oldSecret = old.secret().reveal();
        enforcement = moto.enforceAuthentication();
        oldFile = bench.file("old.key", oldSecret + "\n");
        newFile = home.resolve("new.key");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @AfterAll
    void nothingIsEnforcedAnyMore() {
        enforcement.close();
    }

    @Test
    @Order(1)
    void whatCannotBeHandedOverIsTakenBack(Moto moto) {
        Answer answer = bench.as("ada", "rotate", "start", oldId, "--reason", "a year old", "--", "false");

        assertThat(answer.exitCode()).as(answer.out()).isEqualTo(1);
        assertThat(answer.err()).contains("false ended with 1");
        assertThat(keys(moto)).containsOnlyKeys(oldId);
    }

    @Test
    @Order(2)
    void aSecondKeyIsMadeAndHandedOverInAFileOfTheOfficersOwn(Moto moto) throws IOException {
        Answer answer =
                bench.as("ada", "rotate", "start", oldId, "--to-file", newFile.toString(), "--reason", "a year old");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().path("stage").asText()).isEqualTo("HANDED");
        assertThat(answer.item().path("old").asText()).isEqualTo("prod:" + oldId);
        assertThat(keys(moto)).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(newFile)))
                .isEqualTo("rw-------");
        rotation = answer.item().path("id").asText();
    }

    @Test
    @Order(4)
    void itIsNotCutBeforeItIsQuiet() {
        Answer cut = bench.as("ada", "rotate", "cut", rotation);

        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err()).contains("is not quiet yet");
    }

    @Test
    @Order(5)
    void itIsNotCutWhileTheNewOneDoesNotWork() {
        Path wrong = bench.file("wrong.key", "0123456789012345678901234567890123456789\n");

        Answer cut = bench.as("ada", "rotate", "cut", rotation, "--although", "used", "--new-file", wrong.toString());

        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err()).contains("does not work");
    }

    @Test
    @Order(6)
    void cutWithoutItsValueItIsListedAsInactiveAndNotProved(Moto moto) {
        Answer cut = cut();

        assertThat(cut.exitCode()).as(cut.err()).isEqualTo(1);
        assertThat(cut.item().path("action").asText()).isEqualTo("aws.deactivate-access-key");
        assertThat(cut.item().path("state").asText()).isEqualTo("ACTED");
        assertThat(cut.item().at("/proof/state").asText()).isEqualTo("NotProvable");
        assertThat(cut.item().at("/proof/listing/active").asBoolean()).isFalse();
        assertThat(active(moto, oldId)).isFalse();
    }

    @Test
    @Order(7)
    void thereIsAWayBack(Moto moto) {
        Answer back = bench.as("ada", "rotate", "back", rotation);

        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.item().path("stage").asText()).isEqualTo("HANDED");
        assertThat(active(moto, oldId)).isTrue();
    }

    @Test
    @Order(8)
    void deletedItIsProvedGoneAndTheNewOneWorks(Moto moto) {
        assertThat(cut().exitCode()).isEqualTo(1);

        Answer finished = bench.as(
                "ada",
                "rotate",
                "finish",
                rotation,
                "--old-file",
                oldFile.toString(),
                "--new-file",
                newFile.toString());

        assertThat(finished.exitCode()).as(finished.err() + finished.out()).isZero();
        assertThat(last(finished).at("/proof/state").asText()).isEqualTo("Proved");
        assertThat(finished.err()).contains("200 GetCallerIdentity");
        assertThat(keys(moto)).hasSize(1).doesNotContainKey(oldId);
        assertThat(stage()).isEqualTo("ENDED");
    }

    @Test
    @Order(9)
    void everyStageIsInTheLedgerAndNoSecretAnywhere() throws IOException {
        assertThat(bench.json("ledger", "list").items())
                .filteredOn(entry -> entry.path("type").asText().equals("rotation.stage"))
                .extracting(entry -> entry.at("/details/stage").asText())
                .containsSubsequence(
                        "making",
                        "made",
                        "handing",
                        "handed",
                        "cutting",
                        "cut",
                        "returning",
                        "handed",
                        "cutting",
                        "cut",
                        "ending",
                        "ended");
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
        String value = Files.readString(newFile).lines().toList().getLast().replaceFirst(".* = ", "");
        Traces.assertNowhere(value, home, Set.of(newFile), bench.seen());
        Traces.assertNowhere(oldSecret, home, Set.of(oldFile), bench.seen());
    }

    private Answer cut() {
        return bench.as("ada", "rotate", "cut", rotation, "--although", "used", "--new-file", newFile.toString());
    }

    private static JsonNode last(Answer answer) {
        return answer.items().get(answer.items().size() - 1);
    }

    private String stage() {
        return last(bench.json("rotate", "list")).path("stage").asText();
    }

    private boolean active(Moto moto, String id) {
        return "Active".equals(keys(moto).get(id));
    }

    /// moto's own word, asked without a signature.
    private Map<String, String> keys(Moto moto) {
        enforcement.close();
        Map<String, String> listed = moto.accessKeys("ci-runner");
        enforcement = moto.enforceAuthentication();
        return listed;
    }
}
