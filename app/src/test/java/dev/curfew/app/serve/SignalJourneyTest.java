package dev.curfew.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private final SignalHouse house;
    private final String key;

    SignalJourneyTest(Moto moto, @TempDir Path home) throws GeneralSecurityException, InterruptedException {
        house = new SignalHouse(moto, home);
        key = house.key;
    }

    @AfterAll
    void stop() {
        house.close();
    }

    private long entries(String type) {
        long count = 0;
        for (var entry : house.json("ledger", "list").items()) {
            count += entry.path("type").asText().equals(type) ? 1 : 0;
        }
        return count;
    }

    @Test
    @Order(1)
    void whatIsForgedIsRefusedAndEntersNothing() throws Exception {
        String body = SignalHouse.leak("forged", key);
        String good = SignalHouse.signed(SignalHouse.now(), body);
        String token = house.transmitter.riskHigh("j-0", "curfew", Instant.now(), "{\"format\":\"id\",\"id\":\"x\"}");
        String[] parts = token.split("\\.", -1);
        Map<String, Told> all = new LinkedHashMap<>();
        all.put("no signature", house.push("desk", body, Map.of()));
        all.put(
                "wrong key",
                house.push(
                        "desk",
                        body,
                        Map.of(
                                SignalHouse.CURFEW,
                                "t=" + SignalHouse.now() + ",v1=" + SignalHouse.hmac("another-secret", body))));
        all.put(
                "altered body",
                house.push("desk", body.replace("forged", "altered"), Map.of(SignalHouse.CURFEW, good)));
        all.put(
                "old",
                house.push(
                        "desk", body, Map.of(SignalHouse.CURFEW, SignalHouse.signed(SignalHouse.now() - 400, body))));
        all.put(
                "hub's signature",
                house.push(
                        "desk",
                        body,
                        Map.of(SignalHouse.CURFEW, "sha256=" + SignalHouse.hmac(SignalHouse.SECRET, body))));
        all.put("garbage", house.tell("garbage"));
        all.put("unknown sender", house.push("stranger", body, Map.of(SignalHouse.CURFEW, good)));
        all.put("huge", house.push("desk", " ".repeat(262_145), Map.of(SignalHouse.CURFEW, good)));
        all.put("no JSON", house.push("desk", body, Map.of(SignalHouse.CURFEW, good, "Content-Type", "text/plain")));
        all.put("a webhook to a transmitter", house.push("idp", body, Map.of(SignalHouse.CURFEW, good)));
        Map<String, String> set = Map.of("Content-Type", "application/secevent+jwt");
        all.put("a token to a webhook", house.push("desk", token, set));
        String none = MadeTransmitter.encoded("{\"alg\":\"none\",\"typ\":\"secevent+jwt\"}") + "." + parts[1] + ".";
        all.put("alg none", house.push("idp", none, set));
        String other =
                new MadeTransmitter().riskHigh("j-0", "curfew", Instant.now(), "{\"format\":\"id\",\"id\":\"x\"}");
        all.put("another's key", house.push("idp", other, set));
        String elsewhere =
                house.transmitter.riskHigh("j-0", "other", Instant.now(), "{\"format\":\"id\",\"id\":\"x\"}");
        all.put("another audience", house.push("idp", elsewhere, set));
        String stale = house.transmitter.riskHigh(
                "j-0", "curfew", Instant.now().minus(Duration.ofDays(9)), "{\"format\":\"id\",\"id\":\"x\"}");
        all.put("stale", house.push("idp", stale, set));

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
        assertThat(house.server.err()).contains("Signal not taken");
        assertThat(entries("signal.received")).isZero();
    }

    @Test
    @Order(2)
    void aLeakThatIsSignalledHasAKeySwitchedOffInOneLook() {
        house.keysThatLeakAreSwitchedOff();
        assertThat(house.isActive()).isTrue();

        String body = SignalHouse.leak("inc-1", key);
        Told told = house.tell(body);

        assertThat(told.status()).as(told.body()).isEqualTo(202);
        assertThat(told.text("/signals/0/kind")).isEqualTo("credential-leaked");
        assertThat(told.body()).doesNotContain(key);
        Answer watched = house.run("watch", "--once");
        assertThat(watched.err()).contains("Playbook leaked-keys ran", "prod:" + key);
        assertThat(house.isActive()).isFalse();
        Told again = house.tell(body);
        assertThat(again.text("/signals/0/known")).isEqualTo("true");
        assertThat(entries("signal.received")).isEqualTo(1);
        assertThat(entries("playbook.ran")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void anArchivedRepositoryLeavesItsIdentityWithoutAHome() {
        Told told = house.archive();

        assertThat(told.status()).as(told.body()).isEqualTo(202);
        assertThat(house.run("watch", "--once").err()).contains("acme/shop, which was archived, as forge signalled");
    }

    @Test
    @Order(4)
    void aTokenRaisesARiskThatAnOfficerSettles() throws GeneralSecurityException {
        Map<String, String> set = Map.of("Content-Type", "application/secevent+jwt");
        String user = house.json("identities").items().get(0).path("id").asText();
        String token = house.transmitter.riskHigh(
                "j-1", "curfew", Instant.now(), "{\"format\":\"id\",\"id\":\"%s\"}".formatted(user));
        Told told = house.push("idp", token, set);
        assertThat(told.status()).as(told.body()).isEqualTo(202);
        assertThat(told.body()).isEmpty();
        assertThat(house.push("idp", token, set).status()).isEqualTo(202);

        Answer shown = house.json("show", user);
        assertThat(shown.items().get(0).at("/risk/score").asInt())
                .as(shown.out())
                .isGreaterThanOrEqualTo(80);
        assertThat(house.run("show", user).err()).contains("The risk of", "risk-high 80 (idp, s-");
        String id = signal("idp");
        assertThat(house.as("bo", "signal", "settle", id, "--reason", "it was a drill")
                        .exitCode())
                .isZero();
        assertThat(house.json("show", user).items().get(0).at("/risk").toString())
                .doesNotContain("risk-high");
    }

    private String signal(String sender) {
        for (var one : house.json("signal", "list").items()) {
            if (one.path("sender").asText().equals(sender)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("no signal of " + sender);
    }

    @Test
    @Order(5)
    void whereThereIsNoWayInItComesAsAFileAndWhatNamesNobodyIsKept() throws GeneralSecurityException {
        String token = house.transmitter.riskHigh(
                "j-2",
                "curfew",
                Instant.now().minus(Duration.ofDays(30)),
                "{\"format\":\"email\",\"email\":\"nobody@acme.example\"}");
        Path file = house.bench.file("event.jwt", token + "\n");

        Answer imported = house.json("signal", "import", file.toString(), "--sender", "idp");
        assertThat(imported.exitCode()).as(imported.err()).isZero();
        assertThat(imported.item().path("names").size()).isZero();
        Answer again = house.run("signal", "import", file.toString(), "--sender", "idp");
        assertThat(again.err()).contains("taken before");
        assertThat(house.run("signal", "list").err()).contains("nobody who was read");
        assertThat(house.run("signal", "import", file.toString(), "--sender", "stranger")
                        .exitCode())
                .isEqualTo(1);
        Answer unsigned = house.run(
                "signal",
                "import",
                house.bench.file("leak.json", SignalHouse.leak("x", key)).toString(),
                "--sender",
                "desk");
        assertThat(unsigned.exitCode()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void whoIsRemovedIsBelievedNoLongerAndTheSecretIsNowhere() throws IOException {
        assertThat(house.as("bo", "signal", "senders", "remove", "desk").exitCode())
                .isZero();
        assertThat(house.tell(SignalHouse.leak("inc-2", key)).status()).isEqualTo(404);
        assertThat(house.json("ledger", "verify").exitCode()).isZero();
        try (Stream<Path> walk = Files.walk(house.bench.home())) {
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
