package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Who used a token of a real OpenBao, from where, and what keeps a copy of it.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UseTest {
    private CommandBench bench = new CommandBench(Path.of("."), Clock.systemUTC());
    private OpenBao openBao;
    private String accessor = "";
    private String unused = "";
    private String canary = "";

    /// One token is used by two clients at two addresses, one of them also in vain, and lies in a file; one by nobody.
    @BeforeAll
    void twoClientsUseAToken(@TempDir Path home) throws IOException, InterruptedException, GeneralSecurityException {
        Path audit = Files.createDirectory(home.resolve("server")).resolve("audit.log");
        openBao = OpenBao.startAudited(audit);
        bench = new CommandBench(home, Clock.systemUTC());
        openBao.write("sys/config/auditing/request-headers/user-agent", Map.of("hmac", false));
        openBao.policy("worker", "path \"secret/data/door\" { capabilities = [\"read\"] }");
        openBao.policy("hash", "path \"sys/audit-hash/file\" { capabilities = [\"update\"] }");
        openBao.policy("curfew-read", Shipped.needs("openbao", false));
        openBao.write("secret/data/door", Map.of("data", Map.of("code", "x")));
        OpenBao.Token made = openBao.orphan("worker");
        canary = made.value();
        accessor = made.accessor();
        unused = openBao.orphan("worker").accessor();
        openBao.call("GET", "secret/data/door", Map.of(), canary, "User-Agent", "billing/3")
                .ok();
        openBao.call("GET", "secret/data/door", Map.of(), canary, "User-Agent", "billing/3")
                .ok();
        for (String path : List.of("secret/data/door", "secret/data/none")) {
            OtherClient.get(
                    openBao.address().resolve("/v1/" + path), Optional.empty(), "curl/8", "X-Vault-Token", canary);
        }
        connect(audit);
    }

    private void connect(Path audit) throws IOException {
        Path credential =
                bench.file("read.token", openBao.orphan("curfew-read", "hash").value());
        assertThat(bench.run("init").exitCode()).isZero();
        Answer connected = bench.json(
                "connect",
                "openbao",
                "bao",
                "--address",
                openBao.address().toString(),
                "--read-credential",
                credential.toString(),
                "--audit-file",
                audit.toString());
        assertThat(connected.exitCode()).as(connected.err()).isZero();
        assertThat(bench.json("sync", "bao").exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        openBao.close();
    }

    private static List<String> callers(JsonNode use) {
        List<String> callers = new ArrayList<>();
        for (JsonNode caller : use.path("callers")) {
            callers.add(
                    caller.path("from").asText() + " " + caller.path("agent").asText() + " "
                            + caller.path("succeeded").asInt() + "+"
                            + caller.path("refused").asInt());
        }
        return callers;
    }

    @Test
    void whoUsedATokenFromWhereAndHowOftenInVainIsTold() {
        Answer answer = bench.json("show", "bao:" + accessor, "--used-since", "1h");

        JsonNode use = answer.items().get(0).path("use");
        assertThat(callers(use)).containsExactly(OtherClient.ADDRESS + " curl/8 1+1", "127.0.0.1 billing/3 2+0");
        assertThat(use.path("callers"))
                .allSatisfy(caller -> assertThat(caller.path("with").asText()).isEqualTo(accessor));
        assertThat(use.path("coversSince").asBoolean()).isFalse();
        assertThat(use.path("lagSecondsMax").asInt()).isZero();
        assertThat(answer.err())
                .contains("was used from 2 places")
                .contains("from 127.0.0.2 as curl/8 with " + accessor + ": 1 times and 1 times refused, the last at ");
        assertThat(bench.seen()).doesNotContain(canary);
    }

    @Test
    void aTokenThatNobodyIsSeenToUseIsNotSaidToBeUnused() {
        Answer answer = bench.json("show", "bao:" + unused, "--used-since", "30d");

        assertThat(answer.items().get(0).path("use").path("callers")).isEmpty();
        assertThat(answer.err())
                .contains("nobody is seen to have used it")
                .contains("which begins only at")
                .contains("Whoever is not in it may have all the same.");
    }

    @Test
    void withoutAskingNothingIsReadAndNothingIsSaid() {
        Answer answer = bench.json("show", "bao:" + accessor);

        assertThat(answer.items().get(0).path("use").isNull()).isTrue();
        assertThat(answer.err()).doesNotContain("was used");
    }
}
