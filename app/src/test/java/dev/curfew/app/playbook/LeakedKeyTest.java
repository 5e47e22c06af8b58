package dev.curfew.app.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// AWS keys lie in a folder. Without a playbook that is told; with one, `curfew watch` contains what it covers in one
/// look, once, and leaves the rest alone. The tests are the steps of one story.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakedKeyTest {
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private String report = "";
    private String billing = "";
    private String run = "";
    private final Instant until = Instant.now().plus(Duration.ofDays(30));

    @BeforeAll
    void twoKeysLieInAFolder(Moto moto, @TempDir Path home) throws IOException {
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--environment", "test");
        report = leaked(moto, home, "report");
        billing = leaked(moto, home, "billing");
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.run("import", "folder", home.resolve("checkout").toString(), "--name", "checkout")
                        .exitCode())
                .isZero();
        bench.addOfficer("ada");
        bench.addOfficer("bo");
    }

    /// Of a user with a tag of its own.
    private static String leaked(Moto moto, Path home, String user) throws IOException {
        moto.iam("CreateUser", Map.of("UserName", user, "Tags.member.1.Key", "tier", "Tags.member.1.Value", user))
                .ok();
        Moto.AccessKey key = moto.accessKey(user);
        Path folder = Files.createDirectories(home.resolve("checkout"));
        Files.writeString(
                folder.resolve(user + ".env"),
                "AWS_ACCESS_KEY_ID=" + key.id() + "\nAWS_SECRET_ACCESS_KEY="
                        + key.secret().reveal() + "\n");
        return key.id();
    }

    @Test
    @Order(1)
    void withoutAPlaybookTheyAreToldAndNothingElse(Moto moto) {
        Answer watched = bench.run("watch", "--once");

        assertThat(watched.exitCode()).as(watched.err()).isZero();
        assertThat(watched.err()).contains("No playbook is for this").contains("report.env", "billing.env");
        assertThat(isActive(moto, "report")).isTrue();
    }

    @Test
    @Order(2)
    void signedByOneItIsNotInForce(Moto moto) {
        Answer signed = bench.as("ada", "playbook", "sign", playbook("report").toString());
        assertThat(signed.exitCode()).as(signed.err()).isZero();
        assertThat(signed.err())
                .contains("Would be set off now")
                .contains(report)
                .doesNotContain(billing);
        assertThat(signed.item().path("standing").asText()).isEqualTo("waiting");

        assertThat(bench.run("watch", "--once").exitCode()).isZero();

        assertThat(isActive(moto, "report")).isTrue();
    }

    @Test
    @Order(3)
    void signedByTwoItContainsWhatItCoversInOneLook(Moto moto) {
        Answer signed = bench.as("bo", "playbook", "sign", "--name", "leaked-keys");
        assertThat(signed.item().path("standing").asText()).isEqualTo("in-force");

        Answer watched = bench.run("watch", "--once");

        assertThat(watched.exitCode()).as(watched.err()).isZero();
        assertThat(watched.err()).contains("Playbook leaked-keys ran", "1 of 1 steps done", "prod:" + report);
        assertThat(isActive(moto, "report")).isFalse();
        assertThat(isActive(moto, "billing")).isTrue();
    }

    @Test
    @Order(4)
    void whatWasUndoneIsNotDoneAgain(Moto moto) {
        moto.iam("UpdateAccessKey", Map.of("UserName", "report", "AccessKeyId", report, "Status", "Active"))
                .ok();
        bench.run("sync");

        Answer watched = bench.run("watch", "--once");

        assertThat(watched.err()).doesNotContain("leaked-keys ran");
        assertThat(isActive(moto, "report")).isTrue();
        JsonNode runs = bench.json("playbook", "runs").items();
        assertThat(runs).hasSize(1);
        run = runs.get(0).path("run").asText();
        assertThat(runs.get(0).path("credentials").toString()).isEqualTo("[\"prod:" + report + "\"]");
    }

    @Test
    @Order(5)
    void theRunIsReviewedOnce() {
        Answer reviewed = bench.as("ada", "playbook", "review", run, "--remark", "it stood in a checkout");

        assertThat(reviewed.exitCode()).as(reviewed.err()).isZero();
        assertThat(reviewed.item().at("/review/right").asBoolean()).isTrue();
        assertThat(bench.as("bo", "playbook", "review", run, "--remark", "I too")
                        .exitCode())
                .isEqualTo(1);
        assertThat(bench.json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    @Order(6)
    void whatIsToldSetsItOffAnew(Moto moto) {
        assertThat(bench.json("leaked", report, "--tell").exitCode()).isZero();

        assertThat(bench.run("watch", "--once").err()).contains("Playbook leaked-keys ran");

        assertThat(isActive(moto, "report")).isFalse();
    }

    @Test
    @Order(7)
    void withdrawnItDoesNothingMore(Moto moto) {
        assertThat(bench.as("bo", "playbook", "withdraw", "leaked-keys", "--reason", "enough")
                        .exitCode())
                .isZero();
        moto.iam("UpdateAccessKey", Map.of("UserName", "report", "AccessKeyId", report, "Status", "Active"))
                .ok();
        bench.run("sync");
        bench.json("leaked", report, "--tell");

        assertThat(bench.run("watch", "--once").err()).contains("No playbook is for this");

        assertThat(isActive(moto, "report")).isTrue();
        assertThat(bench.as("ada", "playbook", "sign", playbook("report").toString())
                        .exitCode())
                .isEqualTo(1);
    }

    private Path playbook(String tier) {
        return bench.file("leaked-keys.json", """
                {
                  "schema": "curfew.playbook/1",
                  "name": "leaked-keys",
                  "purpose": "A key that lies in the open is switched off before somebody is awake.",
                  "trigger": "leaked",
                  "scope": { "sources": ["prod"], "kinds": ["aws.access-key"], "tags": { "tier": "TIER" } },
                  "acts": ["aws.deactivate-access-key"],
                  "ceiling": { "identities": 2, "credentials": 2, "within": "PT1H" },
                  "signatures": 2,
                  "reviewWithin": "P1D",
                  "expiresAt": "UNTIL"
                }
                """.replace("TIER", tier).replace("UNTIL", until.toString()));
    }

    private static boolean isActive(Moto moto, String user) {
        return !moto.accessKeys(user).containsValue("Inactive");
    }
}
