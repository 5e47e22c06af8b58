package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.run.CurfewProcess;
import dev.curfew.connector.signal.HmacSha256;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Signals are pushed to a server process, and the next look of `watch` has a key of a moto account switched off. The
/// tests are the steps of one story.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignalJourneyTest {
    private static final Pattern SERVING = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final String SECRET = "canary-" + "0123456789abcdef".repeat(2);
    private static final String CURFEW = "Curfew-Signature";

    private final MadeTransmitter transmitter = new MadeTransmitter();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Contract contract = new Contract();
    private final CommandBench bench;
    private final String key;
    private CurfewProcess server;
    private String address = "";

    SignalJourneyTest(Moto moto, @TempDir Path home) throws GeneralSecurityException, InterruptedException {
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        String credential = own.id() + " " + own.secret().reveal();
        run("init");
        bench.connect("aws", "prod", moto.endpoint().toString(), credential, credential);
        moto.iam(
                        "CreateUser",
                        Map.of(
                                "UserName",
                                "report",
                                "Tags.member.1.Key",
                                "repository",
                                "Tags.member.1.Value",
                                "acme/shop"))
                .ok();
        key = moto.accessKey("report").id();
        assertThat(run("sync").exitCode()).isZero();
        bench.addOfficer("ada");
        bench.addOfficer("bo");
        add(
                "desk",
                "--webhook",
                "curfew",
                "--secret-file",
                bench.file("desk.key", SECRET).toString());
        add(
                "forge",
                "--webhook",
                "hub",
                "--secret-file",
                bench.file("forge.key", SECRET).toString());
        add(
                "idp",
                "--issuer",
                "https://idp.example",
                "--audience",
                "curfew",
                "--keys-file",
                bench.file("keys.json", transmitter.keys()).toString());
        server = CurfewProcess.start(home, bench.environment(), List.of("serve", "--port", "0"));
        CurfewProcess started = server;
        started.await(() -> SERVING.matcher(started.err()).find());
        Matcher serving = SERVING.matcher(started.err());
        assertThat(serving.find()).isTrue();
        address = serving.group();
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    /// The server has the workspace in between.
    private static Answer free(Supplier<Answer> command) {
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        Answer answer = command.get();
        while (answer.err().contains("is open already") && System.nanoTime() < giveUpAt) {
            pause();
            answer = command.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Answer run(String... words) {
        return free(() -> bench.run(words));
    }

    private Answer json(String... words) {
        return free(() -> bench.json(words));
    }

    private Answer as(String officer, String... words) {
        return free(() -> bench.as(officer, words));
    }

    private void add(String name, String... how) {
        List<String> line = new ArrayList<>(List.of("signal", "senders", "add", name));
        line.addAll(List.of(how));
        Answer added = as("ada", line.toArray(String[]::new));
        assertThat(added.exitCode()).as(added.err()).isZero();
    }

    private Told push(String sender, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/v1/signals/" + sender))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        all.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> named = new HashMap<>();
            response.headers().map().forEach((name, values) -> named.put(name, values.getFirst()));
            Told told = new Told(response.statusCode(), named, response.body());
            if (!told.body().isEmpty()) {
                contract.check(
                        "POST", "/v1/signals/" + sender, told.status(), told.header("Content-Type"), told.body());
            }
            return told;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String hmac(String secret, String text) {
        try (Secret held = Secret.of(secret)) {
            return HmacSha256.hex(held, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String signed(long time, String body) {
        return "t=" + time + ",v1=" + hmac(SECRET, time + "." + body);
    }

    private static String leak(String id, String of) {
        return """
                {"schema":"curfew.signal/1","id":"%s","kind":"credential-leaked","at":"%s",\
                "subject":{"format":"id","id":"%s"}}""".formatted(id, Instant.now(), of);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private long entries(String type) {
        long count = 0;
        for (var entry : json("ledger", "list").items()) {
            count += entry.path("type").asText().equals(type) ? 1 : 0;
        }
        return count;
    }

    private static boolean isActive(Moto moto) {
        return !moto.iam("ListAccessKeys", Map.of("UserName", "report"))
                .ok()
                .body()
                .contains("Inactive");
    }

    @Test
    @Order(1)
    void whatIsForgedIsRefusedAndEntersNothing() throws Exception {
        String body = leak("forged", key);
        String good = signed(now(), body);
        String token = transmitter.riskHigh("j-0", "curfew", Instant.now(), "{\"format\":\"id\",\"id\":\"x\"}");
        String[] parts = token.split("\\.", -1);
        Map<String, Told> all = new LinkedHashMap<>();
        all.put("no signature", push("desk", body, Map.of()));
        all.put("wrong key", push("desk", body, Map.of(CURFEW, "t=" + now() + ",v1=" + hmac("another-secret", body))));
        all.put("altered body", push("desk", body.replace("forged", "altered"), Map.of(CURFEW, good)));
        all.put("old", push("desk", body, Map.of(CURFEW, signed(now() - 400, body))));
        all.put("hub's signature", push("desk", body, Map.of(CURFEW, "sha256=" + hmac(SECRET, body))));
        all.put("garbage", push("desk", "garbage", Map.of(CURFEW, signed(now(), "garbage"))));
        all.put("unknown sender", push("stranger", body, Map.of(CURFEW, good)));
        all.put("huge", push("desk", " ".repeat(262_145), Map.of(CURFEW, good)));
        all.put("no JSON", push("desk", body, Map.of(CURFEW, good, "Content-Type", "text/plain")));
        all.put("a webhook to a transmitter", push("idp", body, Map.of(CURFEW, good)));
        Map<String, String> set = Map.of("Content-Type", "application/secevent+jwt");
        all.put("a token to a webhook", push("desk", token, set));
        String none = MadeTransmitter.encoded("{\"alg\":\"none\",\"typ\":\"secevent+jwt\"}") + "." + parts[1] + ".";
        all.put("alg none", push("idp", none, set));
        String other =
                new MadeTransmitter().riskHigh("j-0", "curfew", Instant.now(), "{\"format\":\"id\",\"id\":\"x\"}");
        all.put("another's key", push("idp", other, set));
        String elsewhere = transmitter.riskHigh("j-0", "other", Instant.now(), "{\"format\":\"id\",\"id\":\"x\"}");
        all.put("another audience", push("idp", elsewhere, set));
        String stale = transmitter.riskHigh(
                "j-0", "curfew", Instant.now().minus(Duration.ofDays(9)), "{\"format\":\"id\",\"id\":\"x\"}");
        all.put("stale", push("idp", stale, set));

        Map<String, Integer> statuses = new LinkedHashMap<>();
        all.forEach((what, told) -> statuses.put(what, told.status()));
        assertThat(statuses)
                .isEqualTo(Map.ofEntries(
                        Map.entry("no signature", 403),
                        Map.entry("wrong key", 403),
                        Map.entry("altered body", 403),
                        Map.entry("old", 403),
                        Map.entry("hub's signature", 403),
                        Map.entry("garbage", 400),
                        Map.entry("unknown sender", 404),
                        Map.entry("huge", 413),
                        Map.entry("no JSON", 415),
                        Map.entry("a webhook to a transmitter", 400),
                        Map.entry("a token to a webhook", 415),
                        Map.entry("alg none", 400),
                        Map.entry("another's key", 400),
                        Map.entry("another audience", 400),
                        Map.entry("stale", 400)));
        assertThat(all.get("another's key").text("/err")).isEqualTo("invalid_key");
        assertThat(all.get("another audience").text("/err")).isEqualTo("invalid_audience");
        assertThat(all.get("stale").text("/err")).isEqualTo("invalid_request");
        assertThat(server.err()).contains("Signal not taken");
        assertThat(entries("signal.received")).isZero();
    }

    @Test
    @Order(2)
    void aLeakThatIsSignalledHasAKeySwitchedOffInOneLook(Moto moto) {
        Path playbook = bench.file("leaked-keys.json", """
                {
                  "schema": "curfew.playbook/1",
                  "name": "leaked-keys",
                  "purpose": "A key that leaked is switched off before somebody is awake.",
                  "trigger": "leaked",
                  "scope": { "sources": ["prod"], "kinds": ["aws.access-key"], "tags": { "repository": "acme/shop" } },
                  "acts": ["aws.deactivate-access-key"],
                  "ceiling": { "identities": 1, "credentials": 1, "within": "PT1H" },
                  "signatures": 2,
                  "reviewWithin": "P1D",
                  "expiresAt": "UNTIL"
                }
                """.replace(
                        "UNTIL", Instant.now().plus(Duration.ofDays(30)).toString()));
        Answer signed = as("ada", "playbook", "sign", playbook.toString());
        assertThat(signed.exitCode()).as(signed.err()).isZero();
        as("bo", "playbook", "sign", "--name", "leaked-keys");
        assertThat(isActive(moto)).isTrue();

        String body = leak("inc-1", key);
        Told told = push("desk", body, Map.of(CURFEW, signed(now(), body)));

        assertThat(told.status()).as(told.body()).isEqualTo(202);
        assertThat(told.text("/signals/0/kind")).isEqualTo("credential-leaked");
        assertThat(told.body()).doesNotContain(key);
        Answer watched = run("watch", "--once");
        assertThat(watched.err()).contains("Playbook leaked-keys ran", "prod:" + key);
        assertThat(isActive(moto)).isFalse();
        Told again = push("desk", body, Map.of(CURFEW, signed(now(), body)));
        assertThat(again.text("/signals/0/known")).isEqualTo("true");
        assertThat(entries("signal.received")).isEqualTo(1);
        assertThat(entries("playbook.ran")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void anArchivedRepositoryLeavesItsIdentityWithoutAHome() {
        String body = """
                {"action":"archived","repository":{"full_name":"acme/shop","archived":true,"updated_at":"%s"}}""".formatted(Instant.now());

        Told told = push("forge", body, Map.of("X-Hub-Signature-256", "sha256=" + hmac(SECRET, body)));

        assertThat(told.status()).as(told.body()).isEqualTo(202);
        assertThat(run("watch", "--once").err()).contains("acme/shop, which was archived, as forge signalled");
    }

    @Test
    @Order(4)
    void aTokenRaisesARiskThatAnOfficerSettles() throws GeneralSecurityException {
        Map<String, String> set = Map.of("Content-Type", "application/secevent+jwt");
        String user = json("identities").items().get(0).path("id").asText();
        String token = transmitter.riskHigh(
                "j-1", "curfew", Instant.now(), "{\"format\":\"id\",\"id\":\"%s\"}".formatted(user));
        Told told = push("idp", token, set);
        assertThat(told.status()).as(told.body()).isEqualTo(202);
        assertThat(told.body()).isEmpty();
        assertThat(push("idp", token, set).status()).isEqualTo(202);

        Answer shown = json("show", user);
        assertThat(shown.items().get(0).at("/risk/score").asInt())
                .as(shown.out())
                .isGreaterThanOrEqualTo(80);
        assertThat(run("show", user).err()).contains("The risk of", "risk-high 80 (idp, s-");
        String id = signal("idp");
        assertThat(as("bo", "signal", "settle", id, "--reason", "it was a drill")
                        .exitCode())
                .isZero();
        assertThat(json("show", user).items().get(0).at("/risk").toString()).doesNotContain("risk-high");
    }

    private String signal(String sender) {
        for (var one : json("signal", "list").items()) {
            if (one.path("sender").asText().equals(sender)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no signal of " + sender);
    }

    @Test
    @Order(5)
    void whereThereIsNoWayInItComesAsAFileAndWhatNamesNobodyIsKept() throws GeneralSecurityException {
        String token = transmitter.riskHigh(
                "j-2",
                "curfew",
                Instant.now().minus(Duration.ofDays(30)),
                "{\"format\":\"email\",\"email\":\"nobody@acme.example\"}");
        Path file = bench.file("event.jwt", token + "\n");

        Answer imported = json("signal", "import", file.toString(), "--sender", "idp");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.item().path("names").size()).isZero();
        Answer again = run("signal", "import", file.toString(), "--sender", "idp");
        assertThat(again.err()).contains("taken before");
        assertThat(run("signal", "list").err()).contains("nobody who was read");
        assertThat(run("signal", "import", file.toString(), "--sender", "stranger")
                        .exitCode())
                .isEqualTo(1);
        Answer unsigned =
                run("signal", "import", bench.file("leak.json", leak("x", key)).toString(), "--sender", "desk");
        assertThat(unsigned.exitCode()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void whoIsRemovedIsBelievedNoLongerAndTheSecretIsNowhere() throws IOException {
        assertThat(as("bo", "signal", "senders", "remove", "desk").exitCode()).isZero();
        String body = leak("inc-2", key);
        assertThat(push("desk", body, Map.of(CURFEW, signed(now(), body))).status())
                .isEqualTo(404);
        assertThat(json("ledger", "verify").exitCode()).isZero();
        try (Stream<Path> walk = Files.walk(bench.home())) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(one -> !one.toString().endsWith(".key"))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains("canary-0123456789"))
                        .as(file.toString())
                        .isFalse();
            }
        }
    }
}
