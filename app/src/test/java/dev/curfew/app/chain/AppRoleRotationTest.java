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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An AppRole's secret id that is replaced before it is revoked, with no more than the shipped policies allow; the
/// server's audit file tells when the old one went quiet. The tests are the steps of one story.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppRoleRotationTest {
    private static final String ROLE = "auth/approle/role/billing";

    private final Path home;
    private final CommandBench bench;
    private final Path newFile;
    private OpenBao openBao;
    private String oldValue = "";
    private String old = "";
    private String rotation = "";

    AppRoleRotationTest(@TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        newFile = home.resolve("new.secret-id");
    }

    @BeforeAll
    void aServerAndAMachine(@TempDir Path folder) {
        Path audit = folder.resolve("audit.log");
        openBao = OpenBao.startAudited(audit);
        openBao.policy("read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.policy("act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        openBao.write("sys/auth/approle", Map.of("type", "approle"));
        openBao.write(ROLE, Map.of("token_policies", "default"));
        var made = openBao.write(ROLE + "/secret-id", Map.of("metadata", "{\"team\":\"billing\"}"));
        oldValue = made.text("/data/secret_id");
        old = "secret-id/approle/billing/" + made.text("/data/secret_id_accessor");
        assertThat(bench.json("init").exitCode()).isZero();
        bench.connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                openBao.orphan("read").value(),
                openBao.orphan("act").value(),
                "--audit-file",
                audit.toString());
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    @Test
    @Order(1)
    void theInventoryHasWhatTheServerListsAndNoValue() {
        List<String> accessors =
                openBao.call("GET", ROLE + "/secret-id?list=true", Map.of()).texts("/data/keys");
        Answer listed = bench.json("show", "bao:approle/approle/billing");

        assertThat(StreamSupport.stream(listed.items().spliterator(), false)
                        .map(item -> item.path("id").asText())
                        .filter(id -> id.contains("secret-id/")))
                .containsExactlyElementsOf(accessors.stream()
                        .map(accessor -> "bao:secret-id/approle/billing/" + accessor)
                        .toList());
        assertThat(listed.out()).doesNotContain(oldValue);
    }

    @Test
    @Order(2)
    void oneThatDoesNotArriveIsTakenBack() {
        Answer answer =
                bench.as("ada", "rotate", "start", "bao:" + old, "--reason", "yearly", "--", "sh", "-c", "exit 3");

        assertThat(answer.exitCode()).isNotZero();
        assertThat(openBao.call("GET", ROLE + "/secret-id?list=true", Map.of()).texts("/data/keys"))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void aSecondOneGoesIntoAFile() throws IOException {
        Answer answer =
                bench.as("ada", "rotate", "start", "bao:" + old, "--to-file", newFile.toString(), "--reason", "yearly");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        rotation = answer.item().path("id").asText();
        assertThat(login(Files.readString(newFile).strip()).status()).isEqualTo(200);
        assertThat(login(oldValue).status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void theAuditFileTellsThatTheOldOneIsStillUsed() {
        Answer look = bench.json("rotate", "look", rotation);
        Answer cut = bench.as("ada", "rotate", "cut", rotation);

        assertThat(look.item().path("said").asText()).startsWith("last used ");
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.err()).contains("--although used");
    }

    @Test
    @Order(5)
    void onceItIsQuietItIsCutAndProvedRefusedAndTheNewOneWorks() throws IOException {
        Answer cut = bench.as(
                "ada",
                "rotate",
                "cut",
                rotation,
                "--quiet",
                "0s",
                "--old-file",
                bench.file("old", oldValue + "\n").toString(),
                "--new-file",
                newFile.toString());

        assertThat(cut.exitCode()).as(cut.err() + cut.out()).isZero();
        assertThat(cut.item().at("/proof/state").asText()).isEqualTo("Proved");
        assertThat(login(oldValue).status()).isEqualTo(400);
        assertThat(login(Files.readString(newFile).strip()).status()).isEqualTo(200);
        assertThat(bench.as("ada", "rotate", "back", rotation).err()).contains("cannot be");
    }

    @Test
    @Order(6)
    void noSecretIsLeftAnywhere() throws IOException {
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
        Traces.assertNowhere(Files.readString(newFile).strip(), home, Set.of(newFile), bench.seen());
        Traces.assertNowhere(oldValue, home, Set.of(home.resolve("old")), bench.seen());
    }

    private dev.curfew.testbed.Answer login(String value) {
        String role = openBao.read(ROLE + "/role-id").text("/data/role_id");
        return openBao.call("POST", "auth/approle/login", Map.of("role_id", role, "secret_id", value), "");
    }
}
