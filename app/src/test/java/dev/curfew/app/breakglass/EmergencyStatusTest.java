package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// How a path stands while it is open in another process, and what is not kept apart, on an OpenBao that writes down
/// what is done. Curfew's clock is an hour behind, so that what the test does by hand is in no drill's time.
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmergencyStatusTest {
    private static final String PATH = "bao-emergency";
    private static final String CANARY = "secret/data/status-canary";
    private static final long OPEN_WITHIN_SECONDS = 120;

    private final Receiver receiver = new Receiver();
    private final Path elsewhere;
    private final DrillBench bench;
    private final OpenBao openBao;

    EmergencyStatusTest(@TempDir Path home, @TempDir Path elsewhere) throws IOException {
        this.elsewhere = elsewhere;
        openBao = OpenBao.startAudited(elsewhere.resolve("audit.log"));
        bench = new DrillBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    }

    @BeforeAll
    void aPath() {
        openBao.write("sys/auth/userpass", Map.of("type", "userpass"));
        openBao.policy("emergency", """
                path "secret/data/status-canary" { capabilities = ["create", "update", "read"] }
                path "auth/userpass/users/+/password" { capabilities = ["update"] }
                """);
        openBao.policy("read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.write(
                "auth/userpass/users/emergency",
                Map.of("password", "first-4711", "token_policies", List.of("emergency"), "token_ttl", "1h"));
        openBao.write(CANARY, Map.of("data", Map.of("code", "1234")));
        String reader = openBao.orphan("read").value();
        bench.connect(
                "openbao",
                "bao",
                openBao.address().toString(),
                reader,
                "--audit-file",
                elsewhere.resolve("audit.log").toString());
        Answer registered = bench.register(
                PATH,
                "bao",
                "userpass/emergency:first-4711",
                CANARY,
                "--alert",
                receiver.address(),
                "--alert-within",
                "2s");
        assertThat(registered.exitCode()).as(registered.err()).isZero();
    }

    @AfterAll
    void stop() {
        receiver.close();
        openBao.close();
    }

    @Test
    @Order(1)
    void whileItIsOpenAnotherProcessIsToldOfIt() throws IOException, InterruptedException {
        Path over = elsewhere.resolve("over");
        Path given = elsewhere.resolve("given");
        List<Answer> answers = new CopyOnWriteArrayList<>();
        Thread use = Thread.ofVirtual()
                .start(() -> answers.add(bench.use(
                        PATH,
                        "login is down",
                        "sh",
                        "-c",
                        "printf %s \"$BAO_TOKEN\" > " + given + "; mv " + given + " " + given + ".whole; while [ ! -e "
                                + over + " ]; do sleep 0.1; done")));
        try {
            String token = token(elsewhere.resolve("given.whole"), use);
            openBao.call("GET", CANARY, Map.of(), token).ok();
            assertThat(openBao.call("GET", "secret/data/other", Map.of(), token).status())
                    .isEqualTo(403);

            JsonNode open = status().path("open");
            assertThat(open).hasSize(1);
            JsonNode now = open.path(0);
            assertThat(now.path("reason").asText()).isEqualTo("login is down");
            assertThat(now.path("confirmed").asBoolean()).isTrue();
            assertThat(now.path("endsBy").asText()).isNotEmpty();
            assertThat(now.path("told"))
                    .hasSize(2)
                    .allMatch(told -> told.path("reach").asText().equals("NOBODY_TELLS"));
            assertThat(deeds(now))
                    .contains(
                            "BECAME auth/userpass/login/emergency true",
                            "READ_SECRET " + CANARY + " true",
                            "READ_SECRET secret/data/other false");

            Answer text = bench.commands().run("break-glass", "status", PATH);
            assertThat(text.exitCode()).as(text.err()).isZero();
            assertThat(text.out())
                    .contains("OPEN  " + now.path("id").asText() + ", by ada with the shares of ada, bo: login is down")
                    .contains("Approved    by nobody: an emergency")
                    .contains("Ends        in 29 min")
                    .contains("Receiver    127.0.0.1 confirms that it knows of this use.")
                    .contains("Not told    cy: no carrier brings this to them")
                    .contains("tried: read secret secret/data/other");
            bench.assertNowhere(token);

            receiver.confirming(false);
            assertThat(bench.commands().run("break-glass", "status", PATH).out())
                    .contains("Receiver    not confirmed: 127.0.0.1 does not say that it knows of this use: ");
            receiver.confirming(true);
        } finally {
            Files.createFile(over);
            use.join();
        }
        assertThat(answers.getFirst().exitCode()).as(answers.getFirst().err()).isZero();
        assertThat(answers.getFirst().err()).contains("opened again with the shares of ada, bo");
        JsonNode after = status();
        assertThat(after.path("open")).isEmpty();
        assertThat(after.path("usesRecent").asInt()).isEqualTo(1);
        assertThat(after.path("due").asText()).isEqualTo("NEVER");
    }

    private static List<String> deeds(JsonNode open) {
        List<String> deeds = new ArrayList<>();
        open.path("activity")
                .path("deeds")
                .forEach(deed -> deeds.add(deed.path("did").asText() + " "
                        + deed.path("target").asText() + " "
                        + deed.path("succeeded").asBoolean()));
        return deeds;
    }

    private static String token(Path given, Thread use) throws IOException {
        long deadline = System.nanoTime() + OPEN_WITHIN_SECONDS * 1_000_000_000L;
        while (use.isAlive() && Files.notExists(given) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000_000L);
        }
        String token = Files.readString(given);
        Files.delete(given);
        return token;
    }

    private JsonNode status() {
        Answer answer = bench.commands().json("break-glass", "status", PATH);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.item();
    }

    /// A policy, an owner, a credential, a use: each of them shared with the day's work is told.
    @Test
    @Order(2)
    void whatIsNotKeptApartIsTold() {
        assertThat(bench.notApart("bao", PATH))
                .as("a use leaves nothing behind")
                .isEmpty();

        String sealed = bench.sealed(PATH);
        String entity = openBao.write(
                        "auth/userpass/login/emergency", Map.of("password", sealed.substring(sealed.indexOf(':') + 1)))
                .text("/auth/entity_id");
        openBao.write("identity/entity/id/" + entity, Map.of("metadata", Map.of("owner", "platform")));
        openBao.write(
                "identity/entity",
                Map.of("name", "daily", "metadata", Map.of("owner", "platform"), "policies", List.of("emergency")));

        assertThat(bench.notApart("bao", PATH))
                .anyMatch(it -> it.startsWith("Its policy policy/emergency is held by 1 others too, entity/"))
                .contains(
                        "Its owner platform owns 1 other identities.",
                        "1 credentials stand for it that no drill and no use opened.")
                .hasSize(3);
        assertThat(bench.commands().run("break-glass", "status").out())
                .contains("Kept apart  no: Its owner platform owns 1 other identities.");
        assertThat(bench.commands().json("drill", "list", "--fail-on-due").exitCode())
                .isEqualTo(1);
    }
}
