package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.chain.OwnRealm;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Drills on a real Keycloak: a client that manages clients, its secret and its tokens.
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakDrillTest {
    private static final List<String> TWO = List.of("ada", "cy");
    private static final String PATH = "sso-emergency";

    private final Receiver receiver = new Receiver();
    private final OwnRealm realm;
    private final DrillBench bench;
    private String line = "";

    KeycloakDrillTest(Keycloak keycloak, @TempDir Path home) {
        realm = OwnRealm.fresh(keycloak, "break-glass", Map.of("accessTokenLifespan", 600));
        bench = new DrillBench(home);
    }

    @BeforeAll
    void aPath() {
        JsonNode emergency = realm.client("emergency");
        realm.permit(emergency, "manage-clients");
        realm.client("canary");
        bench.connect("keycloak", "sso", realm.keycloak().address().toString(), realm.own("curfew-read", false));
        String secret = emergency.path("secret").asText();
        line = "break-glass/" + emergency.path("id").asText() + "/emergency:";
        Answer registered = register(line + secret);
        assertThat(registered.exitCode()).as(registered.err()).isZero();
        assertThat(realm.login("emergency", secret)).isEqualTo(401);
    }

    private Answer register(String credential) {
        return bench.register(PATH, "sso", credential, "canary", "--alert", receiver.address(), "--alert-within", "5s");
    }

    @AfterAll
    void stop() {
        receiver.close();
    }

    @AfterEach
    void whatIsSealedIsNowhereElse() {
        bench.assertNowhere(secret());
    }

    private String secret() {
        String sealed = bench.sealed(PATH);
        assertThat(sealed).startsWith(line);
        return sealed.substring(line.length());
    }

    @Test
    void aDrillThatPasses() {
        String before = secret();
        Answer drilled = bench.drill(TWO, PATH);

        assertThat(drilled.exitCode()).as(drilled.err() + drilled.out()).isZero();
        String id = DrillBench.stage(drilled, "seal").path("drill").asText();
        assertThat(realm.find("canary").path("description").asText()).isEqualTo(id);
        assertThat(realm.login("emergency", before)).isEqualTo(401);
        assertThat(realm.login("emergency", secret())).isEqualTo(200);
        assertThat(bench.notApart("sso", PATH)).isEmpty();
    }

    @Test
    void aUseWhoseTokenIsWorthNothingAfterwards(@TempDir Path elsewhere) throws IOException {
        Path given = elsewhere.resolve("token");
        Answer used = bench.use(PATH, "nobody gets in", "sh", "-c", "printf %s \"$KEYCLOAK_TOKEN\" > " + given);

        assertThat(used.exitCode()).as(used.err() + used.out()).isZero();
        assertThat(realm.keycloak()
                        .call("GET", "/admin/realms/break-glass/clients", Map.of(), Files.readString(given))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anAccountThatMayNoLongerReplaceItsSecret() {
        String before = secret();
        realm.forbid(realm.find("emergency"), "manage-clients");
        Answer drilled = bench.drill(TWO, PATH);
        realm.permit(realm.find("emergency"), "manage-clients");

        assertThat(drilled.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(DrillBench.verdicts(drilled)).isEqualTo("PASSED PASSED FAILED PASSED FAILED FAILED FAILED");
        assertThat(DrillBench.stage(drilled, "rotation").path("sentence").asText())
                .contains("needs the role manage-clients");
        assertThat(secret()).isEqualTo(before);
    }

    @Test
    void aLineThatNamesTwoClients() {
        Answer registered =
                register("break-glass/" + realm.find("canary").path("id").asText() + "/emergency:" + secret());

        assertThat(registered.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(registered.err()).contains("is not that of the client emergency");
    }
}
