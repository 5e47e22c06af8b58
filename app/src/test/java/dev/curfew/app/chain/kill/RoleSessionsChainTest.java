package dev.curfew.app.chain.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A role leaked: its sessions are in no list, and end by the moment of their issue. So do those of a user's own keys.
/// moto judges no
/// `aws:TokenIssueTime`, so that what is shown is the denial that AWS judges by. The tests are the steps of one story.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoleSessionsChainTest {
    private static final String ROLE = "arn:aws:iam::" + Moto.ACCOUNT + ":role/ci/deploy";
    private static final String SESSIONS = "aws:sessions/" + ROLE;

    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private String plan = "";
    private String waits = "";

    @BeforeAll
    void aRole(Moto moto, @TempDir Path folder) {
        bench = new CommandBench(folder, Clock.systemUTC());
        bench.run("init");
        AwsPlace place = AwsPlace.fresh(moto, 1);
        moto.iam("CreateRole", Map.of("RoleName", "deploy", "Path", "/ci/", "AssumeRolePolicyDocument", """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
                 "Principal":{"Service":"ec2.amazonaws.com"}}]}"""))
                .ok();
        place.agent("bot");
        place.connect(bench);
        assertThat(bench.run("sync").exitCode()).isZero();
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        waits = bench.as("ada", "revoke", "plan", ROLE, "--reason", "it leaked")
                .item()
                .path("id")
                .asText();
    }

    private static String denial(Moto moto) {
        String body = moto.iam("GetRolePolicy", Map.of("RoleName", "deploy", "PolicyName", "curfew-sessions-ended"))
                .body();
        return URLDecoder.decode(body, StandardCharsets.UTF_8);
    }

    @Test
    @Order(1)
    void theSessionsOfTheRoleAreCutOffByTheirTimeOfIssue(Moto moto) {
        Answer answer = bench.as("ada", "kill", ROLE, "--reason", "it leaked");

        assertThat(answer.items()).as(answer.err()).hasSize(1);
        JsonNode row = answer.item();
        assertThat(row.path("credential").asText()).isEqualTo(SESSIONS);
        assertThat(row.at("/steps/0/state").asText()).isEqualTo("ACTED");
        assertThat(row.at("/proof/listing/state").asText()).isEqualTo("NotListed");
        assertThat(row.path("contained").asText())
                .as("who may become it begins new ones")
                .isEqualTo("NOT_PROVABLE");
        assertThat(answer.err()).contains("1 trust lets others become it");
        assertThat(denial(moto)).contains("\"DateLessThan\"", "aws:TokenIssueTime", "\"Deny\"");
        plan = bench.json("revoke", "list").items().get(1).path("id").asText();
    }

    @Test
    @Order(2)
    void aPlanThatWaitedMeanwhileTakesInTheSessionsThatBeganSince() {
        Answer answer = bench.as("ada", "revoke", "run", waits);

        assertThat(answer.items()).as(answer.err()).hasSize(1);
        assertThat(answer.item().path("state").asText()).isEqualTo("ACTED");
    }

    @Test
    @Order(3)
    void aPlanNamesThemByThemselves() {
        Answer answer = bench.as("ada", "revoke", "plan", SESSIONS, "--reason", "again");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.item().at("/steps/0/action").asText()).isEqualTo("aws.deny-sessions");
    }

    @Test
    @Order(4)
    void takenBackTheDenialIsGone(Moto moto) {
        Answer answer = bench.as("ada", "revoke", "undo", plan);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(denial(moto)).contains("NoSuchEntity");
    }

    @Test
    @Order(5)
    void aUsersOwnSessionsAreAPlanWhereTheyAreNamedAndNotAlongWithTheUser() {
        String user = "arn:aws:iam::" + Moto.ACCOUNT + ":user/bot";

        Answer along = bench.as("ada", "revoke", "plan", user, "--reason", "it left");
        Answer named = bench.as("ada", "revoke", "plan", "aws:sessions/" + user, "--reason", "it leaked");

        assertThat(along.item().at("/steps").findValuesAsText("action"))
                .isNotEmpty()
                .doesNotContain("aws.deny-sessions");
        assertThat(named.exitCode()).as(named.err()).isZero();
        assertThat(named.item().at("/steps/0/action").asText()).isEqualTo("aws.deny-sessions");
    }

    @Test
    @Order(6)
    void soAreTheyCutOffInAnEmergency(Moto moto) {
        String user = "arn:aws:iam::" + Moto.ACCOUNT + ":user/bot";

        Answer answer = bench.as("ada", "kill", "aws:sessions/" + user, "--reason", "it leaked");

        assertThat(answer.items()).as(answer.err()).hasSize(1);
        assertThat(answer.item().at("/steps/0/state").asText()).isEqualTo("ACTED");
        String denial = moto.iam("GetUserPolicy", Map.of("UserName", "bot", "PolicyName", "curfew-sessions-ended"))
                .ok()
                .body();
        assertThat(URLDecoder.decode(denial, StandardCharsets.UTF_8)).contains("aws:TokenIssueTime");
    }
}
