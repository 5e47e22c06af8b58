package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.counter.Counter;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Workloads with tokens of a real Keycloak ask for policies of a real OpenBao.
@WithKeycloak
@WithOpenBao
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServeTest {
    private static final int PARALLEL = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Realm ci;
    private final Realm other;
    private final Realm strangers;
    private final Path home;
    private final ServeBench bench;
    private final Set<String> shown = new HashSet<>();

    ServeTest(Keycloak keycloak, OpenBao openBao, @TempDir Path home) {
        this.home = home;
        ci = Realm.fresh(keycloak, "serve-ci");
        ci.client("pipeline", "curfew");
        ci.client("neighbour", "curfew");
        ci.client("elsewhere", "another-service");
        other = Realm.fresh(keycloak, "serve-other");
        other.client("pipeline", "curfew");
        strangers = Realm.fresh(keycloak, "serve-strangers");
        strangers.client("pipeline", "curfew");
        bench = ServeBench.in(home, openBao);
    }

    @BeforeAll
    void serve() throws InterruptedException {
        bench.trust("ci", "--issuer", ci.issuer(), "--audience", "curfew", "--subject", "*");
        bench.serve(null);
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    private String token(String client) {
        String token = ci.token(client);
        shown.add(token);
        return token;
    }

    @Test
    void whatTheServerSaysItAnswersIsWhatItsDocumentSays() throws IOException {
        Told document = bench.call("GET", "/v1/openapi.json", "");
        assertThat(document.body()).isEqualTo(Files.readString(Contract.FILE));
        assertThat(bench.contract().documents("POST", "/v1/requests", 405)).isTrue();
        assertThat(bench.call("PUT", "/v1/requests", "").status()).isEqualTo(405);
        assertThat(bench.call("GET", "/v1/health", "").body()).isEqualTo("{\"status\":\"serving\"}");
        assertThat(bench.call("POST", "/v1/health", "").status()).isEqualTo(405);
        for (String path : List.of("/", "/v1", "/v1/", "/v2/requests", "/v1/requests/a/b", "/v1/../v1/health")) {
            assertThat(bench.call("GET", path, "").status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aJobIsAllowedAtOnceReadAgainAndTakenBack() {
        String token = token("pipeline");
        Told asked = bench.ask(token, "job 1");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.text("/decision/answer")).isEqualTo("allowed");
        assertThat(asked.text("/decision/policies/0")).isEqualTo("jobs-of-workloads");
        assertThat(asked.text("/state")).isEqualTo("approved");
        assertThat(asked.text("/claims/workload")).isEqualTo(subject(token));
        assertThat(asked.text("/requester")).isEqualTo("workload:ci/" + subject(token));

        Told read = bench.call("GET", asked.header("Location"), token);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("/id")).isEqualTo(asked.text("/id"));

        String neighbour = token("neighbour");
        assertThat(bench.call("GET", asked.header("Location"), neighbour).status())
                .isEqualTo(404);
        assertThat(bench.call("DELETE", asked.header("Location"), neighbour).status())
                .isEqualTo(404);

        Told withdrawn = bench.call("DELETE", asked.header("Location"), token);
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.text("/state")).isEqualTo("withdrawn");
        assertThat(bench.call("DELETE", asked.header("Location"), token).problem())
                .isEqualTo("illegal-state");
        assertThat(bench.call("GET", asked.header("Location"), token).json().has("decision"))
                .isFalse();
    }

    @Test
    void whatWasAllowedIsRunWithACredentialOfItsOwn() throws InterruptedException {
        Told asked = bench.ask(token("pipeline"), "job to run");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        Path passphrase = bench.commands().file("bo-passphrase", CommandBench.passphraseOf("bo"));
        List<String> line = List.of(
                "run",
                "--request",
                asked.text("/id"),
                "--officer",
                "bo",
                "--officer-passphrase-file",
                passphrase.toString(),
                "--",
                "sh",
                "-c",
                "test -n \"$BAO_TOKEN\"");
        try (CurfewProcess run = CurfewProcess.start(home, bench.commands().environment(), line)) {
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
        assertThat(bench.call("GET", asked.header("Location"), token("pipeline"))
                        .text("/state"))
                .isEqualTo("ended");
    }

    @Test
    void whatNeedsASignatureIsSignedByAnOfficerElsewhere() {
        String token = token("pipeline");
        Told asked = bench.ask(token, "deploy");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().at("/decision/missing")).hasSize(1);
        assertThat(asked.text("/decision/missing/0/role")).isEqualTo("officer");
        assertThat(asked.text("/decision/missing/0/count")).isEqualTo("1");

        var approved = bench.commands().as("bo", "approve", asked.text("/id"));
        assertThat(approved.exitCode()).as(approved.err()).isZero();

        Told read = bench.call("GET", asked.header("Location"), token);
        assertThat(read.text("/state")).isEqualTo("approved");
        assertThat(read.text("/decision/answer")).isEqualTo("allowed");
        assertThat(read.text("/decision/signedBy/0")).isEqualTo("bo");
    }

    @Test
    void whatIsRefusedSaysWhatWouldChangeThat() {
        String token = token("pipeline");
        Told mischief = bench.ask(token, "mischief");
        assertThat(mischief.problem()).isEqualTo("policy-refuses");
        assertThat(mischief.text("/decision/policies/0")).isEqualTo("no-mischief");

        Told tooLong = bench.call(
                "POST",
                "/v1/requests",
                ServeBench.order("job 2").replace("900", "7200"),
                Map.of("Authorization", "Bearer " + token));
        assertThat(tooLong.text("/alternatives/0/changes/0")).contains("1 h");
        assertThat(tooLong.text("/alternatives/0/answer")).isEqualTo("allowed");

        Told unknown = bench.call(
                "POST",
                "/v1/requests",
                ServeBench.order("job 3").replace("serve-deploy", "no-such"),
                Map.of("Authorization", "Bearer " + token));
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    void aTokenThatIsNotGoodIsGoodForNothing() {
        String good = token("pipeline");
        String[] parts = good.split("\\.", -1);
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("", "");
        refused.put("a", "not-a-token");
        refused.put("audience", token("elsewhere"));
        refused.put("issuer", strangers.token("pipeline"));
        refused.put("tampered", parts[0] + "." + tampered(parts[1]) + "." + parts[2]);
        refused.put("unsigned", parts[0] + "." + parts[1] + ".");
        refused.put("none", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        refused.put("hmac", encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + encoded("0".repeat(32)));
        refused.put("long", good + "x".repeat(20_000));
        refused.forEach((what, token) -> {
            Told told = bench.ask(token, "job of nobody: " + what);
            assertThat(told.status()).as(what + told.body()).isEqualTo(401);
            assertThat(told.header("WWW-Authenticate")).as(what).startsWith("Bearer");
        });
        assertThat(bench.ask(token("elsewhere"), "job").text("/detail")).contains("audience");
        assertThat(bench.call("GET", "/v1/requests/r-00000", "").status()).isEqualTo(401);
        assertThat(bench.commands().json("ledger", "list").out()).doesNotContain("job of nobody");
    }

    @Test
    void aNameThatWasReboundAndAPageOfAnotherOriginGetNothing() throws IOException {
        int port = bench.port();
        for (String host :
                List.of("evil.example:" + port, "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.:" + port, "")) {
            assertThat(said("Host: " + host, "").status()).as(host).isEqualTo(421);
        }
        assertThat(said("Host: localhost:" + port + "\r\nHost: evil.example:" + port, "")
                        .status())
                .isIn(400, 421);
        assertThat(said("X: y", "").status()).isIn(400, 421);
        assertThat(said("Host: LOCALHOST:" + port, "").status()).isEqualTo(200);
        assertThat(said("Host: localhost:" + port, "http://evil.example:" + port)
                        .status())
                .isEqualTo(421);
        for (String origin : List.of(
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:" + (port + 1),
                "Origin: http://localhost:" + port + ".evil.example",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            assertThat(said("Host: localhost:" + port + "\r\n" + origin, "").problem())
                    .as(origin)
                    .isEqualTo("foreign-origin");
        }
        assertThat(said("Host: localhost:" + port + "\r\nOrigin: http://localhost:" + port, "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whileTheConsoleHasTheWorkspaceItAnswersInPlaceOfTheServer() {
        String token = token("pipeline");
        Told asked;
        try (Desk desk = bench.commands().open();
                Counter _ = desk.openCounter(_ -> {}).orElseThrow()) {
            asked = bench.ask(token, "job beside the console");
            assertThat(asked.status()).as(asked.body()).isEqualTo(201);
            assertThat(bench.call("GET", asked.header("Location"), token).text("/state"))
                    .isEqualTo("approved");
            assertThat(bench.ask(token, "mischief beside the console").problem())
                    .isEqualTo("policy-refuses");
            assertThat(bench.call("GET", "/v1/requests/r-00000", token).status())
                    .isEqualTo(404);
        }
        assertThat(bench.call("DELETE", asked.header("Location"), token).text("/state"))
                .isEqualTo("withdrawn");
        assertThat(bench.commands().json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void aTrustThatWasMadeAnewOrWithdrawnIsHeldToAtOnce() {
        bench.trust("anew", "--issuer", other.issuer(), "--audience", "curfew", "--subject", "*");
        bench.ask(token("pipeline"), "job that brings no trusts");
        String token = other.token("pipeline");
        Told asked = trusted(token);
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(bench.call("GET", asked.header("Location"), token).status()).isEqualTo(200);

        bench.trust("anew", "--issuer", other.issuer(), "--audience", "another", "--subject", "*");
        assertThat(bench.ask(token, "job by what was trusted before").status()).isEqualTo(401);
        assertThat(bench.call("GET", asked.header("Location"), token).status()).isEqualTo(401);

        bench.trust("anew", "--issuer", other.issuer(), "--audience", "curfew", "--subject", "*");
        trusted(token);
        assertThat(bench.commands().as("bo", "workload", "distrust", "anew").exitCode())
                .isZero();
        assertThat(bench.call("GET", asked.header("Location"), token).problem()).isEqualTo("not-trusted");
    }

    /// Until the server knows the newest trusts: half a minute at most.
    private Told trusted(String token) {
        Told told = bench.ask(token, "job of a new trust");
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (told.status() == 401 && System.nanoTime() < giveUpAt) {
            pause();
            told = bench.ask(token, "job of a new trust");
        }
        return told;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Told said(String headers, String before) throws IOException {
        try (Wire wire = new Wire(bench.port())) {
            wire.say("GET " + before + "/v1/health HTTP/1.1\r\n" + headers + "\r\n\r\n");
            return wire.answer();
        }
    }

    @Test
    void bodiesOfAnyOtherShapeAreToldSo() {
        Map<String, String> as = Map.of("Authorization", "Bearer " + token("pipeline"));
        String order = ServeBench.order("garbage");
        for (String body : List.of(
                "garbage",
                "[]",
                "\"\"",
                "{}",
                "{\"role\":1}",
                order.replace("}", ",\"role\":\"twice\"}"),
                order.replace("}", ",\"more\":1}"),
                order.replace("}", ",\"context\":{\"workload\":\"another\"}}"),
                order.replace("}", ",\"context\":[]}"),
                order.replace("900", "-1"),
                order.replace("900", "9.5"),
                order.replace("900", "1e99"),
                order.replace("garbage", "x".repeat(1001)),
                order.replace("garbage", " "),
                order + "{}",
                "{\"a\":".repeat(1000),
                "\u0000\u0001",
                "{\"role\":\"\ud800\"}")) {
            Told told = bench.call("POST", "/v1/requests", body, as);
            assertThat(told.status()).as(body + told.body()).isEqualTo(400);
        }
        assertThat(bench.contract().takes("POST", "/v1/requests", order)).isTrue();
        assertThat(bench.contract().takes("POST", "/v1/requests", order.replace("}", ",\"more\":1}")))
                .isFalse();
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16")) {
            Map<String, String> typed = new LinkedHashMap<>(as);
            typed.put("Content-Type", type);
            assertThat(bench.call("POST", "/v1/requests", order, typed).status())
                    .as(type)
                    .isEqualTo(415);
        }
        String large = order.replace("garbage", "x".repeat(40_000));
        assertThat(bench.call("POST", "/v1/requests", large, as).status()).isEqualTo(413);
        assertThat(bench.commands().json("ledger", "list").out()).doesNotContain("garbage");
    }

    @Test
    void whatIsAskedIsReadBeforeAnybodyIsLookedUpAndNotReadOfWhoeverShowsNothing() throws IOException {
        Map<String, String> nobody = Map.of("Authorization", "Bearer not-a-token");
        assertThat(bench.call("POST", "/v1/requests", "garbage", nobody).status())
                .isEqualTo(400);
        try (Wire wire = new Wire(bench.port())) {
            wire.say("POST /v1/requests HTTP/1.1\r\nHost: localhost:" + bench.port()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            assertThat(wire.answer().status()).isEqualTo(401);
        }
    }

    @Test
    void aHugeBodyIsNotReadToItsEnd() throws IOException {
        try (Wire wire = new Wire(bench.port())) {
            wire.say("POST /v1/requests HTTP/1.1\r\nHost: localhost:" + bench.port()
                    + "\r\nAuthorization: Bearer " + token("pipeline")
                    + "\r\nContent-Type: application/json\r\nContent-Length: 4000000000\r\n\r\n"
                    + " ".repeat(20_000));
            assertThat(wire.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void whoeverSendsSlowlyIsCutOffAndKeepsNobodyWaiting() throws IOException {
        List<Wire> slow = new ArrayList<>();
        String token = token("pipeline");
        try {
            for (int i = 0; i < 40; i++) {
                Wire wire = new Wire(bench.port());
                slow.add(wire);
                wire.say("POST /v1/requests HTTP/1.1\r\nHost: localhost:" + bench.port()
                        + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
            }
            assertThat(bench.ask(token, "job beside slow ones").status()).isEqualTo(201);
            for (Wire wire : slow) {
                assertThat(wire.rest()).doesNotContain(" 201 ");
            }
        } finally {
            slow.forEach(Wire::close);
        }
    }

    @Test
    void fiftyAskAtOnceWhileTheCommandLineHasItsTurns() throws Exception {
        String token = token("pipeline");
        long before = bench.entries("request.submitted");
        Set<String> ids = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Told>> asked = new ArrayList<>();
            for (int i = 0; i < PARALLEL; i++) {
                String purpose = "job at once " + i;
                asked.add(threads.submit(() -> bench.ask(token, purpose)));
            }
            for (Future<Told> one : asked) {
                assertThat(one.get().status()).as(one.get().body()).isEqualTo(201);
                ids.add(one.get().text("/id"));
            }
        }
        assertThat(ids).hasSize(PARALLEL);
        assertThat(bench.entries("request.submitted")).isEqualTo(before + PARALLEL);
        assertThat(bench.commands().json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void anotherServerIsStoppedAsItShouldBeAndNoTokenIsLeftAnywhere() throws InterruptedException {
        CurfewProcess second =
                CurfewProcess.start(home, bench.commands().environment(), List.of("serve", "--port", "0"));
        try (second) {
            second.await(() -> second.err().contains("http://127.0.0.1:"));
            second.stop();
            assertThat(second.exitCode()).isEqualTo(143);
        }
        token("pipeline");
        bench.ask(token("pipeline"), "job for the log");
        try (Stream<Path> walk = Files.walk(home)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String token : shown) {
                    assertThat(text.contains(token.split("\\.", -1)[2]))
                            .as(file.toString())
                            .isFalse();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String subject(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, for whoever wants to be somebody else.
    private static String tampered(String payload) {
        String json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return encoded(json.replace("\"sub\":\"", "\"sub\":\"x"));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
