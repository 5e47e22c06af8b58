package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Ends on what a role has, written and taken back. moto goes by no conditions; what the texts mean, before the end and
/// after it, is held by `EndingTextOracleTest`. The tests are the steps of one story.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwsTimeBoxTest {
    private static final String ACCOUNT = "arn:aws:iam::123456789012:";
    private static final String ROLE = ACCOUNT + "role/ops/exporter";
    private static final String MANAGED = ACCOUNT + "policy/reader";
    private static final String READS = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},\
            "Action":"sts:AssumeRole"}]}""";

    private Path home = Path.of(System.getProperty("java.io.tmpdir"));
    private CommandBench bench = new CommandBench(home, Clock.systemUTC());
    private Instant until = Instant.EPOCH;
    private String box = "";

    @BeforeAll
    void anAccount(Moto moto, @TempDir Path folder) {
        home = folder;
        bench = new CommandBench(home, Clock.systemUTC());
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        moto.iam("CreateRole", Map.of("RoleName", "exporter", "Path", "/ops/", "AssumeRolePolicyDocument", TRUST))
                .ok();
        put(moto, "exporter", "export");
        moto.iam("CreateRole", Map.of("RoleName", "admin", "AssumeRolePolicyDocument", TRUST))
                .ok();
        moto.iam(
                        "AttachRolePolicy",
                        Map.of("RoleName", "admin", "PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"))
                .ok();
        moto.iam("CreatePolicy", Map.of("PolicyName", "reader", "PolicyDocument", READS))
                .ok();
        moto.iam("AttachRolePolicy", Map.of("RoleName", "exporter", "PolicyArn", MANAGED))
                .ok();
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own);
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
        until = inTwoHours();
    }

    @Test
    @Order(1)
    void allThatARoleHasEndsByAWSItself(Moto moto) {
        Answer plan = bench.json("timebox", ROLE, "--until", until.toString());
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.item().path("targetEnforced").asBoolean()).isTrue();
        assertThat(plan.item().path("enforcedBy").asText()).isEqualTo("prod");

        box = apply(ROLE, "--plan", plan.item().path("plan").asText());

        assertThat(inline(moto, "curfew-timebox-" + box))
                .contains("\"aws:CurrentTime\":\"" + until + "\"", "iam:DeleteRolePolicy");
    }

    @Test
    @Order(2)
    void theEndIsEnteredOnceAndPutAgainWhereSomebodyTookItAway(Moto moto) {
        moto.iam("DeleteRolePolicy", Map.of("RoleName", "exporter", "PolicyName", "curfew-timebox-" + box))
                .ok();
        bench = new CommandBench(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(3)));

        assertThat(bench.run("watch", "--once").err()).contains(box + " is over");
        assertThat(bench.run("watch", "--once").err()).doesNotContain(box);
        assertThat(inline(moto, "curfew-timebox-" + box)).contains(until.toString());
        assertThat(new TimeBoxes(bench).stage()).isEqualTo("ENDED");
    }

    @Test
    @Order(3)
    void takenBackNothingOfItIsLeft(Moto moto) {
        back();

        assertThat(moto.iam("ListRolePolicies", Map.of("RoleName", "exporter"))
                        .ok()
                        .body())
                .contains("export")
                .doesNotContain("curfew-timebox");
    }

    @Test
    @Order(4)
    void anInlinePolicyEndsByItsOwnStatements(Moto moto) {
        again();
        box = apply(ROLE, "--only", "export");

        assertThat(inline(moto, "export")).contains("\"DateLessThan\":{\"aws:CurrentTime\":\"" + until + "\"}");
        back();
        assertThat(inline(moto, "export")).isEqualTo(READS);
    }

    @Test
    @Order(5)
    void aManagedPolicyEndsByANewVersionAndTheFormerOneComesBack(Moto moto) {
        box = apply(ROLE, "--only", "prod:" + MANAGED);

        assertThat(version(moto)).isEqualTo("v2");
        back();
        assertThat(version(moto)).isEqualTo("v1");
    }

    @Test
    @Order(6)
    void aPolicyThatOthersHoldTooTakesNoEnd(Moto moto) {
        moto.iam("AttachRolePolicy", Map.of("RoleName", "admin", "PolicyArn", MANAGED))
                .ok();
        again();

        Answer plan = bench.json("timebox", ROLE, "--only", "prod:" + MANAGED, "--until", until.toString());

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).contains("others are given it too: prod:" + ACCOUNT + "role/admin");
    }

    @Test
    @Order(7)
    void whoCanMintBeyondTheEndIsNotCalledTargetEnforced() {
        Answer plan = bench.json("timebox", ACCOUNT + "role/admin", "--until", until.toString());

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.item().path("targetEnforced").asBoolean()).isFalse();
        assertThat(plan.err()).contains("Not called target-enforced");
    }

    @Test
    @Order(8)
    void whatSomebodyChangedSinceIsNotPutBack(Moto moto) {
        box = apply(ROLE, "--only", "export");
        String changed = READS.replace("s3:GetObject", "s3:PutObject");
        moto.iam("PutRolePolicy", Map.of("RoleName", "exporter", "PolicyName", "export", "PolicyDocument", changed))
                .ok();

        Answer back = bench.as("ada", "timebox", "rollback", box);

        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err()).contains("somebody has changed it since");
        assertThat(inline(moto, "export")).isEqualTo(changed);
    }

    private String apply(String subject, String... more) {
        List<String> what = new ArrayList<>(List.of(subject, "--until", until.toString()));
        what.addAll(List.of(more));
        return new TimeBoxes(bench).apply(what);
    }

    private void back() {
        new TimeBoxes(bench).back(box);
        assertThat(new TimeBoxes(bench).stage()).isEqualTo("LIFTED");
    }

    private void again() {
        assertThat(bench.json("sync").exitCode()).isZero();
        until = inTwoHours();
    }

    private Instant inTwoHours() {
        return bench.clock().instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static void put(Moto moto, String role, String policy) {
        moto.iam("PutRolePolicy", Map.of("RoleName", role, "PolicyName", policy, "PolicyDocument", READS))
                .ok();
    }

    private static String inline(Moto moto, String policy) {
        String body = moto.iam("GetRolePolicy", Map.of("RoleName", "exporter", "PolicyName", policy))
                .ok()
                .body();
        String document = body.replaceFirst("(?s).*<PolicyDocument>(.*)</PolicyDocument>.*", "$1");
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }

    private static String version(Moto moto) {
        String body = moto.iam("GetPolicy", Map.of("PolicyArn", MANAGED)).ok().body();
        return body.replaceFirst("(?s).*<DefaultVersionId>(\\w+)</DefaultVersionId>.*", "$1");
    }
}
