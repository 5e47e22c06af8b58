package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
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

/// A client's secret is replaced: with the grace of a rotation policy both are taken for a while; without one the old
/// one ends at once, which has to be chosen. The tests are the steps of one story.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakRotationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "rotation-app";

    private Path home = Path.of("");
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private Keycloak keycloak;
    private OwnRealm realm;
    private JsonNode plain = JSON.missingNode();
    private JsonNode billing = JSON.missingNode();
    private Path oldFile = Path.of("");
    private Path newFile = Path.of("");
    private String rotation = "";

    @BeforeAll
    void aRealmAndAMachine(Keycloak server, @TempDir Path folder) throws IOException {
        home = folder;
        keycloak = server;
        bench = new CommandBench(home, Clock.systemUTC());
        realm = OwnRealm.fresh(server, REALM, Map.of());
        plain = realm.client("plain");
        newFile = home.resolve("new.secret");
        bench.run("init");
        realm.connect(bench, "--environment", "test");
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @Test
    @Order(1)
    void withoutAPolicyItHasToBeChosenAndEndsAtOnce() {
        Path file = home.resolve("plain.secret");

        Answer refused = bench.as(
                "ada", "rotate", "start", realm.secretId(plain), "--to-file", file.toString(), "--reason", "old");
        Answer replaced = bench.as(
                "ada",
                "rotate",
                "start",
                realm.secretId(plain),
                "--to-file",
                file.toString(),
                "--reason",
                "old",
                "--at-once");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("may end as soon as there is a new one")
                .contains("--at-once");
        assertThat(replaced.exitCode()).as(replaced.err()).isZero();
        assertThat(replaced.err()).contains("has to have the new one now");
    }

    @Test
    @Order(2)
    void withAPolicyBothAreTaken() throws IOException {
        policy();
        billing = realm.client("billing");
        oldFile = bench.file("old.secret", billing.path("secret").asText());
        assertThat(bench.json("sync").exitCode()).isZero();

        Answer answer = bench.as(
                "ada",
                "rotate",
                "start",
                realm.secretId(billing),
                "--to-file",
                newFile.toString(),
                "--reason",
                "a year old");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        rotation = answer.item().path("id").asText();
        assertThat(answer.item().path("stage").asText()).isEqualTo("HANDED");
        assertThat(answer.item().path("old").asText()).startsWith("sso:rotated-secret/" + REALM);
        assertThat(answer.item().path("kind").asText()).isEqualTo("keycloak.rotated-secret");
        assertThat(takes(Files.readString(newFile).strip())).isTrue();
        assertThat(takes(Files.readString(oldFile).strip())).isTrue();
    }

    @Test
    @Order(3)
    void thereIsNoWayBackAndThatIsSaid() {
        Answer back = bench.as("ada", "rotate", "back", rotation);

        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err()).contains("cannot make the former one the present one again");
    }

    @Test
    @Order(4)
    void cutTheOldOneIsProvedRefusedAndTheNewOneWorks() throws IOException {
        assertThat(bench.json("sync").exitCode()).isZero();

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
        assertThat(cut.item().path("action").asText()).isEqualTo("keycloak.end-rotated-secret");
        assertThat(takes(Files.readString(newFile).strip())).isTrue();
        assertThat(takes(Files.readString(oldFile).strip())).isFalse();
        assertThat(bench.json("rotate", "list").items().get(1).path("stage").asText())
                .isEqualTo("ENDED");
    }

    @Test
    @Order(5)
    void noSecretIsLeftAnywhere() throws IOException {
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
        Traces.assertNowhere(Files.readString(newFile).strip(), home, Set.of(newFile), bench.seen());
        Traces.assertNowhere(Files.readString(oldFile).strip(), home, Set.of(oldFile), bench.seen());
    }

    /// Asks for a token with the secret.
    private boolean takes(String secret) {
        return realm.login("billing", secret) == 200;
    }

    /// Secrets rotate, with an hour's grace.
    private void policy() {
        Map<String, ?> rotating = Map.of(
                "executor",
                "secret-rotation",
                "configuration",
                Map.of(
                        "expiration-period", 86_400,
                        "rotated-expiration-period", 3600,
                        "remaining-rotation-period", 600));
        Map<String, ?> confidential =
                Map.of("condition", "client-access-type", "configuration", Map.of("type", List.of("confidential")));
        keycloak.call(
                        "PUT",
                        REALM + "/client-policies/profiles",
                        Map.of("profiles", List.of(Map.of("name", "rotation", "executors", List.of(rotating)))))
                .ok();
        keycloak.call(
                        "PUT",
                        REALM + "/client-policies/policies",
                        Map.of(
                                "policies",
                                List.of(Map.of(
                                        "name",
                                        "rotation",
                                        "enabled",
                                        true,
                                        "conditions",
                                        List.of(confidential),
                                        "profiles",
                                        List.of("rotation")))))
                .ok();
    }
}
