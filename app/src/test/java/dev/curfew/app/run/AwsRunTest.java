package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsCall;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `curfew run` on AWS's API: a session for one job, denied on its role after. moto checks signatures and permissions,
/// and ignores conditions: there a denial hits every session of the role, and a session's own end none. What the
/// documents mean, `SessionPolicyOracleTest` asks iam-simulate.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsRunTest {
    private static final String ACCOUNT = "arn:aws:iam::" + Moto.ACCOUNT;
    private static final String ROLE = "curfew-session";
    private static final String POLICY = "aws:" + ACCOUNT + ":policy/doors";
    private static final String DOORS = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListGroups","Resource":"*"}]}""";
    private static final String HELD = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
            "Action":["iam:ListGroups","iam:ListAccountAliases"],"Resource":"*"}]}""";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"AWS":["%s:user/curfew-act"]}}]}""".formatted(ACCOUNT);

    private final Moto moto;
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private final List<String> secrets = new ArrayList<>();
    private Path home = Path.of("");
    private JobBench bench = JobBench.none();
    private Moto.Enforcement enforcement = () -> {};

    AwsRunTest(Moto moto) {
        this.moto = moto;
    }

    @BeforeAll
    void anAccountAndAMachine(@TempDir Path folder) {
        home = folder;
        bench = JobBench.in(home);
        moto.reset();
        moto.iam("CreatePolicy", Map.of("PolicyName", "doors", "PolicyDocument", DOORS))
                .ok();
        moto.iam("CreateRole", Map.of("RoleName", ROLE, "AssumeRolePolicyDocument", TRUST))
                .ok();
        moto.iam("PutRolePolicy", Map.of("RoleName", ROLE, "PolicyName", "held", "PolicyDocument", HELD))
                .ok();
        bench.connect(
                "aws",
                "aws",
                moto.endpoint().toString(),
                user("curfew-read", "read-policy.json"),
                user("curfew-act", "act-policy.json"),
                "--session-role",
                ACCOUNT + ":role/" + ROLE);
        bench.waiting("AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY $AWS_SESSION_TOKEN");
    }

    private String user(String name, String policy) {
        moto.iam("CreateUser", Map.of("UserName", name)).ok();
        String document = Shipped.text(AwsConnector.class, policy);
        moto.iam("PutUserPolicy", Map.of("UserName", name, "PolicyName", "p", "PolicyDocument", document))
                .ok();
        return Shipped.line(moto.accessKey(name));
    }

    @BeforeEach
    void enforced() {
        enforcement = moto.enforceAuthentication();
    }

    @AfterEach
    void noSecretIsLeftAnywhere() {
        enforcement.close();
        if (bench.has("given")) {
            String[] given = bench.text("given").split(" ", 3);
            secrets.addAll(List.of(given).subList(1, given.length));
        }
        secrets.forEach(bench::assertNowhere);
        bench.assertNowhere("no secret at all");
        for (String name : denials()) {
            moto.iam("DeleteRolePolicy", Map.of("RoleName", ROLE, "PolicyName", name))
                    .ok();
        }
    }

    @AfterAll
    void close() {
        http.close();
        moto.reset();
    }

    @Test
    void aJobThatEnds() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(POLICY, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            assertThat(door()).isEqualTo("200");
            bench.go();

            assertThat(curfew.exitCode()).as(curfew.err()).isZero();
            assertThat(curfew.err()).contains("The command ended with 0.", "refused 3 of 3 at ");
        }
        assertThat(door()).contains("AccessDenied");
        var window = bench.window();
        assertThat(window.path("end").asText()).isEqualTo("ENDED_EARLY");
        assertThat(window.path("enforcedByTarget").asBoolean()).isTrue();
        assertThat(bench.entry("window.opened").at("/details/enforcedBy").asText())
                .isEqualTo("AWS");
        assertThat(bench.entry("run.ended").at("/details/proof").asText()).isEqualTo("proved");
        assertThat(bench.commands().json("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void curfewToldToStopTellsTheJob() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(POLICY, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.stop();
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(143);
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(door()).contains("AccessDenied");
    }

    @Test
    void aJobThatIsKilled() throws InterruptedException {
        try (CurfewProcess curfew = bench.killedJob(
                bench.job(POLICY, "15m"), "AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY $AWS_SESSION_TOKEN")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(137);
        }
        assertThat(door()).contains("AccessDenied");
    }

    @Test
    void aJobThatWouldOutliveItsCredential() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(POLICY, "1m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            Instant endsAt = Instant.parse(bench.window().path("endsAt").asText());
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
            assertThat(Instant.now()).isBefore(endsAt.plusSeconds(30));
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(door()).contains("AccessDenied");
    }

    /// AWS makes no session under 15 minutes; the end within its policy is the ordered one all the same.
    @Test
    void aJobThatTakesTooLong() throws InterruptedException {
        List<String> options = new ArrayList<>(bench.job(POLICY, "1m"));
        options.addAll(List.of("--timeout", "2s"));
        try (CurfewProcess curfew = bench.waitingJob(options, "0")) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(ExitCode.RUN_TIMED_OUT);
        }
        assertThat(bench.text("told")).isEqualTo("TERM");
        assertThat(door()).contains("AccessDenied");
        var window = bench.window();
        assertThat(Instant.parse(window.path("endsAt").asText()))
                .isBefore(Instant.now().plusSeconds(61));
    }

    @Test
    void whenCurfewItselfIsKilledTheNextOneEndsIt() throws InterruptedException {
        try (CurfewProcess curfew = bench.waitingJob(bench.job(POLICY, "15m"), "0")) {
            curfew.await(() -> bench.has("environment"));
            curfew.kill();
            curfew.exitCode();
        }
        assertThat(door()).isEqualTo("200");
        try (CurfewProcess next = bench.curfew(List.of("windows"))) {
            assertThat(next.exitCode()).as(next.err()).isZero();
        }
        assertThat(door()).contains("AccessDenied");
        assertThat(bench.entry("run.ended").at("/details/how").asText()).isEqualTo("abandoned");
        bench.go();
    }

    @Test
    void aJobThatFailsHadAFileAsACredentialProcessPrintsIt() throws InterruptedException {
        List<String> options = new ArrayList<>(bench.job(POLICY, "15m"));
        options.addAll(List.of("--file", home.resolve("credential").toString()));
        String copy =
                "cat \"$CURFEW_CREDENTIAL_FILE\" > " + home + "/printed; test -z \"$AWS_SESSION_TOKEN\" && exit 3";
        try (CurfewProcess curfew = bench.run(options, "sh", "-c", copy)) {
            assertThat(curfew.exitCode()).as(curfew.err()).isEqualTo(3);
        }
        String printed = bench.text("printed");
        bench.drop("printed");
        assertThat(printed).contains("\"Version\":1", "\"Expiration\":\"");
        assertThat(call(printed)).contains("AccessDenied");
        secrets.add(printed);
    }

    private List<String> denials() {
        String answer =
                moto.iam("ListRolePolicies", Map.of("RoleName", ROLE)).ok().body();
        return List.of(answer.split("</?member>")).stream()
                .filter(text -> text.startsWith("curfew-"))
                .toList();
    }

    private String door() {
        String[] given = bench.text("given").split(" ", 3);
        return call("AWS_ACCESS_KEY_ID=" + given[0] + "\nAWS_SECRET_ACCESS_KEY=" + given[1] + "\nAWS_SESSION_TOKEN="
                + given[2]);
    }

    private String call(String keyText) {
        Connection connection = new Connection(
                new SourceName("door"), AwsConnector.KIND.id(), moto.endpoint(), false, Instant.EPOCH, Map.of());
        AwsClient client = new AwsClient(http, AwsAddresses.of(connection), Clock.systemUTC(), Thread::sleep);
        try (Secret text = Secret.of(keyText);
                AwsKey key = AwsKeyText.parse(text).orElseThrow()) {
            AwsAnswer answer = client.call(AwsCall.read("ListGroups", Map.of()), key);
            return answer.detail();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
