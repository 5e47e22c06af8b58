package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An AppRole's secret id leaked: what was logged in for with it goes on without it, and is ended too.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoggedInChainTest {
    private static final String ROLE = "auth/logged-in/role/web";

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());

    /// A secret id with the token that it was logged in for.
    private record Login(String secretId, String accessor, String token) {}

    @BeforeAll
    void aRole(OpenBao server, @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        server.call("POST", "sys/auth/logged-in", Map.of("type", "approle"));
        server.write(ROLE, Map.of("token_policies", "default", "token_ttl", "1h"));
        server.policy("curfew-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        server.policy("curfew-act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        bench.connect(
                "openbao",
                "bao",
                server.address().toString(),
                server.orphan("curfew-read").value(),
                server.orphan("curfew-act").value());
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    private static Login login(OpenBao server, String metadata) {
        var made = server.write(ROLE + "/secret-id", Map.of("metadata", metadata));
        String role = server.read(ROLE + "/role-id").text("/data/role_id");
        var login = server.write(
                "auth/logged-in/login", Map.of("role_id", role, "secret_id", made.text("/data/secret_id")));
        return new Login(
                "bao:secret-id/logged-in/web/" + made.text("/data/secret_id_accessor"),
                "bao:" + login.text("/auth/accessor"),
                login.text("/auth/client_token"));
    }

    private static int lookup(OpenBao server, Login login) {
        return server.call("GET", "auth/token/lookup-self", Map.of(), login.token())
                .status();
    }

    @Test
    void theKillSwitchTakesThemInAndLeavesThoseOfAnother(OpenBao server) {
        Login leaked = login(server, "{\"build\":\"17\"}");
        Login other = login(server, "{\"build\":\"18\"}");
        bench.run("sync");

        Answer answer = bench.as("ada", "kill", leaked.secretId(), "--reason", "it leaked");

        assertThat(answer.err())
                .contains("Ends too: " + leaked.accessor())
                .doesNotContain("Ends too: " + other.accessor());
        assertThat(answer.items()).hasSize(2);
        assertThat(lookup(server, leaked)).isEqualTo(403);
        assertThat(lookup(server, other)).isEqualTo(200);
    }

    @Test
    void aPlanTellsWhatGoesOnAndTheIdentityIsNotContained(OpenBao server) {
        Login leaked = login(server, "{\"build\":\"19\"}");
        bench.run("sync");

        Answer planned = bench.as("ada", "revoke", "plan", leaked.secretId(), "--reason", "it leaked");
        assertThat(planned.err()).contains("may have been logged in for goes on: " + leaked.accessor());
        Answer ran = bench.as("ada", "revoke", "run", planned.item().path("id").asText());

        assertThat(ran.item().path("contained").asText()).isEqualTo("OPEN");
        assertThat(lookup(server, leaked)).isEqualTo(200);
    }
}
