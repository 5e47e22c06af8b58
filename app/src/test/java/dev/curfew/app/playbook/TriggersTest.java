package dev.curfew.app.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.signal.HmacSha256;
import dev.curfew.governance.playbook.Trigger;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A user of moto's for each thing that sets playbooks off, and a playbook for each: what happens to one has `curfew
/// watch` switch off that one's key, once, and nobody else's. Leaks and drift have tests of their own.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TriggersTest {
    private static final String SECRET = "the secret of whoever signals";

    private final Map<Trigger, String> keys = new EnumMap<>(Trigger.class);
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private final Moto moto;

    TriggersTest(Moto moto) {
        this.moto = moto;
    }

    @BeforeAll
    void aUserAndAPlaybookForEach(@TempDir Path home) {
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        done(bench.run("init"));
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        for (Trigger trigger : Trigger.values()) {
            moto.iam("CreateUser", Map.of("UserName", user(trigger))).ok();
            keys.put(trigger, moto.accessKey(user(trigger)).id());
        }
        tag(Trigger.OWNER_GONE, "owner", "grace");
        tag(Trigger.REPOSITORY_ARCHIVED, "repository", "acme/shop");
        tag(Trigger.EXCEPTION_ENDED, "curfew:exception-until", "2099-01-01");
        done(bench.run("sync"));
        for (String officer : new String[] {"ada", "bo"}) {
            done(bench.addOfficer(officer));
        }
        Path secret = bench.file("sender.key", SECRET);
        done(bench.as(
                "ada", "signal", "senders", "add", "desk", "--webhook", "curfew", "--secret-file", secret.toString()));
        done(bench.as(
                "ada", "signal", "senders", "add", "forge", "--webhook", "hub", "--secret-file", secret.toString()));
        keys.keySet().forEach(this::sign);
    }

    @Test
    @Order(1)
    void beforeAnythingHappenedNoneIsSetOff() {
        Answer watched = bench.run("watch", "--once");
        assertThat(watched.exitCode()).as(watched.err()).isZero();
        assertThat(watched.err()).doesNotContain(" ran: ");
        assertThat(keys.keySet()).allMatch(this::isActive);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trigger.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LEAKED", "DRIFT"})
    @Order(2)
    void whatHappensToOneSwitchesItsKeyOffAndNobodyElses(Trigger trigger) {
        Map<Trigger, Boolean> before = new EnumMap<>(Trigger.class);
        keys.keySet().forEach(each -> before.put(each, isActive(each)));
        happens(trigger);
        assertThat(isActive(trigger)).isTrue();

        Answer watched = bench.run("watch", "--once");

        assertThat(watched.err()).contains("1 of 1 steps done on prod:" + key(trigger));
        assertThat(watched.err().lines().filter(line -> line.contains(" ran: ")))
                .isNotEmpty()
                .allMatch(line -> line.contains("Playbook on-" + trigger.text() + " ran: "));
        before.put(trigger, false);
        keys.keySet().forEach(each -> assertThat(isActive(each)).as(each.text()).isEqualTo(before.get(each)));
    }

    @Test
    @Order(3)
    void eachRanOnceAndWaitsForItsReview() {
        assertThat(bench.run("watch", "--once").err()).doesNotContain(" ran: ");
        List<String> ran = new ArrayList<>();
        for (JsonNode run : bench.json("playbook", "runs").items()) {
            assertThat(run.path("review").isNull()).isTrue();
            ran.add(run.path("playbook").asText() + " "
                    + run.path("credentials").get(0).asText());
        }
        List<String> expected = new ArrayList<>();
        keys.forEach((trigger, key) -> expected.add("on-" + trigger.text() + " prod:" + key));
        expected.removeIf(text -> text.startsWith("on-leaked ") || text.startsWith("on-drift "));
        // What is signalled about a credential is a risk of its own, and one of its holder.
        expected.add("on-" + Trigger.RISK_SIGNALLED.text() + " prod:" + key(Trigger.RISK_SIGNALLED));
        assertThat(ran).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
    }

    private void happens(Trigger trigger) {
        switch (trigger) {
            case OWNER_GONE -> done(bench.run("playbook", "tell", "--owner-gone", "grace"));
            case REPOSITORY_ARCHIVED -> archived("acme/shop");
            case RISK_SIGNALLED -> riskIsHigh(key(trigger));
            case EXCEPTION_ENDED -> {
                tag(trigger, "curfew:exception-until", "2026-01-01");
                done(bench.run("sync"));
            }
            case RISK_UP -> {
                moto.iam(
                                "PutUserPolicy",
                                Map.of(
                                        "UserName",
                                        user(trigger),
                                        "PolicyName",
                                        "everything",
                                        "PolicyDocument",
                                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"))
                        .ok();
                done(bench.run("sync"));
            }
            case REVIVED -> {
                bench.as("ada", "kill", "--deactivate", "--reason", "drill", "prod:" + key(trigger));
                assertThat(isActive(trigger)).isFalse();
                status(trigger, "Active");
                done(bench.run("sync"));
            }
            case LEAKED, DRIFT -> throw new IllegalArgumentException(trigger.text());
        }
    }

    private void archived(String repository) {
        String body = """
                {"action":"archived","repository":{"full_name":"%s","archived":true,"updated_at":"%s"}}""".formatted(repository, Instant.now());
        signal("forge", body, "sha256=" + hmac(body));
    }

    private void riskIsHigh(String key) {
        String body = """
                {"schema":"curfew.signal/1","id":"inc-1","kind":"risk-high","at":"%s",\
                "subject":{"format":"id","id":"prod:%s"}}""".formatted(Instant.now(), key);
        long time = Instant.now().getEpochSecond();
        signal("desk", body, "t=" + time + ",v1=" + hmac(time + "." + body));
    }

    private void signal(String sender, String body, String signature) {
        Path file = bench.file(sender + ".json", body);
        done(bench.run("signal", "import", file.toString(), "--sender", sender, "--signature", signature));
    }

    private static String hmac(String text) {
        try (Secret held = Secret.of(SECRET)) {
            return HmacSha256.hex(held, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void sign(Trigger trigger) {
        Path file = bench.file(trigger.text() + ".json", """
                {
                  "schema": "curfew.playbook/1",
                  "name": "on-%1$s",
                  "purpose": "What happens to it switches its key off.",
                  "trigger": "%1$s",
                  "scope": { "ids": ["prod:%2$s"] },
                  "acts": ["aws.deactivate-access-key"],
                  "ceiling": { "identities": 1, "credentials": 1, "within": "P1D" },
                  "signatures": 2,
                  "reviewWithin": "P1D",
                  "expiresAt": "%3$s"
                }
                """.formatted(
                        trigger.text(), key(trigger), Instant.now().plus(Duration.ofDays(30))));
        for (String officer : new String[] {"ada", "bo"}) {
            done(bench.as(officer, "playbook", "sign", file.toString()));
        }
    }

    private static void done(Answer answer) {
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    private void tag(Trigger trigger, String name, String value) {
        moto.iam("TagUser", Map.of("UserName", user(trigger), "Tags.member.1.Key", name, "Tags.member.1.Value", value))
                .ok();
    }

    private void status(Trigger trigger, String status) {
        moto.iam("UpdateAccessKey", Map.of("UserName", user(trigger), "AccessKeyId", key(trigger), "Status", status))
                .ok();
    }

    private String key(Trigger trigger) {
        return String.valueOf(keys.get(trigger));
    }

    private boolean isActive(Trigger trigger) {
        return moto.accessKeys(user(trigger)).containsValue("Active");
    }

    private static String user(Trigger trigger) {
        return "user-" + trigger.text();
    }
}
