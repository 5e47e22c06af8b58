package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A token that is replaced before it is revoked, with no more than the shipped policies allow. OpenBao neither
/// switches tokens off nor tells of their use. The tests are the steps of one story.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenBaoRotationTest {
    private Path home = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private String oldToken = "";
    private String oldAccessor = "";
    private String rotation = "";
    private Path oldFile = Path.of("");
    private Path newFile = Path.of("");

    @BeforeAll
    void aServerAndAMachine(OpenBao openBao, @TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        openBao.policy("rotation-app", "path \"secret/data/rotation\" { capabilities = [\"read\"] }");
        openBao.policy("rotation-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.policy("rotation-act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        openBao.write("secret/data/rotation", Map.of("data", Map.of("code", "1234")));
        var old = openBao.write(
                "auth/token/create-orphan",
                Map.of(
                        "policies", List.of("rotation-app"),
                        "period", "2h",
                        "explicit_max_ttl", "4h",
                        "display_name", "billing",
                        "meta", Map.of("team", "billing")));
        oldToken = old.text("/auth/client_token");
        oldAccessor = old.text("/auth/accessor");
        oldFile = bench.file("old.token", oldToken + "\n");
        newFile = home.resolve("new.token");
        assertThat(bench.json("init").exitCode()).isZero();
        bench.connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                openBao.orphan("rotation-read").value(),
                openBao.orphan("rotation-act").value());
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @Test
    @Order(1)
    void aSecondTokenOfTheSameRightsAndLifeGoesToACommand(OpenBao openBao) throws IOException {
        Answer answer = bench.as(
                "ada",
                "rotate",
                "start",
                oldAccessor,
                "--reason",
                "left the team",
                "--",
                "sh",
                "-c",
                "umask 077 && cat > '" + newFile + "'");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        rotation = answer.item().path("id").asText();
        var fresh = lookup(openBao, answer.item().path("new").asText());
        var old = lookup(openBao, "bao:" + oldAccessor);
        for (String field : List.of("policies/0", "period", "explicit_max_ttl", "renewable", "meta/team", "orphan")) {
            assertThat(fresh.text("/data/" + field)).as(field).isEqualTo(old.text("/data/" + field));
        }
        assertThat(fresh.text("/data/meta/curfew-rotation")).isEqualTo(rotation);
        assertThat(secret(openBao, value()).status()).isEqualTo(200);
        assertThat(secret(openBao, oldToken).status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whetherTheOldOneIsUsedIsNotKnownAndHasToBeChosen() {
        Answer look = bench.json("rotate", "look", rotation);
        Answer cut = bench.as("ada", "rotate", "cut", rotation);

        assertThat(look.item().path("said").asText()).startsWith("not known: ");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err()).contains("--although unknown");
    }

    @Test
    @Order(3)
    void cutItIsProvedRefusedAndTheNewOneWorks(OpenBao openBao) throws IOException {
        Answer cut = bench.as(
                "ada",
                "rotate",
                "cut",
                rotation,
                "--although",
                "unknown",
                "--old-file",
                oldFile.toString(),
                "--new-file",
                newFile.toString());

        assertThat(cut.exitCode()).as(cut.err() + cut.out()).isZero();
        assertThat(cut.item().at("/proof/state").asText()).isEqualTo("Proved");
        assertThat(cut.err()).contains("200: the token is valid");
        assertThat(secret(openBao, oldToken).status()).isEqualTo(403);
        assertThat(secret(openBao, value()).status()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void beforeThatTheWayBackIsToTakeTheNewOneBack(OpenBao openBao) {
        OpenBao.Token other = openBao.orphan("rotation-app");
        assertThat(bench.json("sync").exitCode()).isZero();
        Answer started = bench.as("ada", "rotate", "start", other.accessor(), "--reason", "second", "--", "cat");
        assertThat(started.exitCode()).as(started.err()).isZero();

        Answer back =
                bench.as("ada", "rotate", "back", started.item().path("id").asText());

        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(back.item().path("stage").asText()).isEqualTo("DISCARDED");
        assertThat(openBao.call(
                                "POST",
                                "auth/token/lookup-accessor",
                                Map.of(
                                        "accessor",
                                        started.item().path("new").asText().replace("bao:", "")))
                        .status())
                .isIn(400, 403, 404);
        assertThat(secret(openBao, other.value()).status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void aTokenOfALoginIsNotReplaced(OpenBao openBao) {
        openBao.call("POST", "sys/auth/userpass", Map.of("type", "userpass"));
        openBao.write("auth/userpass/users/rotor", Map.of("password", "long-enough", "token_policies", "rotation-app"));
        String accessor = openBao.write("auth/userpass/login/rotor", Map.of("password", "long-enough"))
                .text("/auth/accessor");
        assertThat(bench.json("sync").exitCode()).isZero();

        Answer answer = bench.as("ada", "rotate", "start", accessor, "--reason", "no", "--", "cat");

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.err()).contains("came from a login");
    }

    @Test
    @Order(7)
    void noSecretIsLeftAnywhere() throws IOException {
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
        Traces.assertNowhere(value(), home, Set.of(newFile), bench.seen());
        Traces.assertNowhere(oldToken, home, Set.of(oldFile), bench.seen());
    }

    private String value() throws IOException {
        return Files.readString(newFile).strip();
    }

    private static dev.curfew.testbed.Answer secret(OpenBao openBao, String token) {
        return openBao.call("GET", "secret/data/rotation", Map.of(), token);
    }

    private static dev.curfew.testbed.Answer lookup(OpenBao openBao, String id) {
        return openBao.write("auth/token/lookup-accessor", Map.of("accessor", id.replace("bao:", "")));
    }
}
