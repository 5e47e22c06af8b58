package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// After a revocation it is said of each identity whether it is contained, by what was done and tried: on a server
/// where nobody is left who makes tokens, root neither.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainedChainTest {
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private OpenBao server;
    private final Map<String, String> alone = new LinkedHashMap<>();
    private final Map<String, String> untried = new LinkedHashMap<>();
    private final Map<String, String> several = new LinkedHashMap<>();

    @BeforeAll
    void aServerWithoutRoot(@TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        server = OpenBao.start();
        bench.run("init");
        server.policy("curfew-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        server.policy("curfew-act", revokingOnly());
        server.policy("reports", "path \"secret/data/reports\" { capabilities = [\"read\"] }");
        alone.putAll(orphan("reports"));
        untried.putAll(orphan("reports"));
        several.putAll(new BaoPlace(server, 2).agent("several"));
        String read = orphan("curfew-read").values().iterator().next();
        String act = orphan("curfew-act").values().iterator().next();
        bench.connect("openbao", "bao", server.address().toString(), read, act);
        server.call("POST", "auth/token/revoke-self", Map.of()).ok();
        Answer synced = bench.run("sync");
        assertThat(synced.exitCode()).as(synced.err()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// As shipped, without what makes credentials.
    private static String revokingOnly() {
        return Shipped.text(OpenBaoConnector.class, "act-policy.hcl")
                .lines()
                .filter(line -> !line.contains("\"create\""))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> orphan(String policy) {
        OpenBao.Token made = server.orphan(policy);
        return Map.of("bao:" + made.accessor(), made.value());
    }

    /// Plans the end of a credential and runs it.
    ///
    /// @param value to try it with; empty: none
    private Answer revoked(String id, String value) {
        Answer planned = bench.as("ada", "revoke", "plan", id, "--reason", "it leaked");
        assertThat(planned.exitCode()).as(planned.err()).isZero();
        assertThat(planned.item().path("identities"))
                .as("nothing is judged before anything was done")
                .isEmpty();
        List<String> words = new ArrayList<>(
                List.of("revoke", "run", planned.item().path("id").asText()));
        if (!value.isEmpty()) {
            words.addAll(List.of("--value-file", bench.file("value", value).toString()));
        }
        return bench.as("ada", words.toArray(String[]::new));
    }

    private JsonNode listed(String id) {
        for (JsonNode plan : bench.json("revoke", "list").items()) {
            if (plan.at("/steps/0/credential").asText().equals(id)) {
                return plan.path("identities");
            }
        }
        throw new AssertionError("no plan for " + id);
    }

    @Test
    void refusedAndNothingElseLetsAnybodyBeIt() {
        String id = alone.keySet().iterator().next();

        Answer answer = revoked(id, alone.getOrDefault(id, ""));

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().at("/proof/state").asText()).isEqualTo("Proved");
        assertThat(answer.item().path("contained").asText()).as(answer.err()).isEqualTo("CONTAINED");
        assertThat(answer.item().path("reasons")).isEmpty();
        assertThat(listed(id).at("/0/contained").asText()).isEqualTo("CONTAINED");
    }

    @Test
    void refusedWhileAnotherOfItsTokensWorksIsOpen() {
        List<String> ids = List.copyOf(several.keySet());

        Answer answer = revoked(ids.getFirst(), several.getOrDefault(ids.getFirst(), ""));

        assertThat(answer.item().at("/proof/state").asText()).isEqualTo("Proved");
        assertThat(answer.item().path("contained").asText()).isEqualTo("OPEN");
        assertThat(answer.err()).contains("was not in the plan: " + ids.getLast());
        assertThat(bench.run("revoke", "list").out()).contains("IDENTITY CONTAINED", "OPEN");
    }

    @Test
    void untriedIsNotProvable() {
        String id = untried.keySet().iterator().next();

        Answer answer = revoked(id, "");

        assertThat(answer.item().path("state").asText()).isEqualTo("ACTED");
        assertThat(answer.item().path("contained").asText()).isEqualTo("NOT_PROVABLE");
        assertThat(listed(id).at("/0/contained").asText()).isEqualTo("NOT_PROVABLE");
    }
}
