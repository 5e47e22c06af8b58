package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user of an account did, as CloudTrail's log files have it.
class CloudTrailTimelineTest {
    private static final Instant TEN = Instant.parse("2026-11-29T10:00:00Z");
    private static final String KEY = "AKIAI44QH8DHBEXAMPLE";
    private static final String CANARY = "Wn2-frozen-harvest";
    private static final String CI = "arn:aws:iam::123456789012:user/ci";
    private static final String ROLE = "arn:aws:iam::123456789012:role/deploy";
    private static final String ACCOUNT = """
            {"UserDetailList":[{"Path":"/","UserName":"ci","UserId":"AIDACKCEVSQ6C2EXAMPLE","Arn":"%s",
            "CreateDate":"2026-01-01T00:00:00Z","GroupList":[],"AttachedManagedPolicies":[]}],
            "GroupDetailList":[],"RoleDetailList":[],"Policies":[]}""".formatted(CI);

    @TempDir
    private Path home;

    private CommandBench bench = new CommandBench(Path.of("."), Clock.systemUTC());
    private Path logs = Path.of("");

    @BeforeEach
    void anAccountWithATrail() throws IOException {
        bench = new CommandBench(home, Clock.fixed(Instant.parse("2026-11-29T10:30:00Z"), ZoneOffset.UTC));
        logs = Files.createDirectories(home.resolve("AWSLogs/123456789012/CloudTrail/eu-central-1/2026/11/29"));
        Path account = bench.file("account.json", ACCOUNT);
        assertThat(bench.run("init").exitCode()).isZero();
        Answer imported = bench.run(
                "import",
                "aws",
                account.toString(),
                "--name",
                "aws",
                "--audit-file",
                home.resolve("AWSLogs").toString());
        assertThat(imported.exitCode()).as(imported.err()).isZero();
    }

    private static String session(String key) {
        return """
                {"type":"AssumedRole","principalId":"AROAIDPPEZS35WEXAMPLE:x",
                "arn":"arn:aws:sts::123456789012:assumed-role/deploy/x","accountId":"123456789012","accessKeyId":"%s",
                "sessionContext":{"sessionIssuer":{"type":"Role","arn":"%s","userName":"deploy"}}}""".formatted(key, ROLE);
    }

    private static String record(int minute, String identity, String service, String name, String more) {
        return CloudTrailLines.record(TEN.plus(Duration.ofMinutes(minute)), identity, service, name, more);
    }

    private void write(String name, String... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
            out.write(CloudTrailLines.file(records).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(logs.resolve(name), bytes.toByteArray());
    }

    @Test
    void aUsersDeedsAreToldInTheirOrderAndThoseOfTheKeysAndSessionsItMade() throws IOException {
        String created = record(10, CloudTrailLines.user("ci", KEY), "iam", "CreateUser", """
                "requestParameters":{"userName":"eve"},"responseElements":{"user":{"userName":"eve"}}""");
        write(
                "a.json.gz",
                record(14, CloudTrailLines.user("ci", KEY), "sts", "AssumeRole", """
                "requestParameters":{"roleArn":"%s","roleSessionName":"x"},"readOnly":true,
                "responseElements":{"credentials":{"accessKeyId":"ASIASESSION","sessionToken":"%s"}}""".formatted(ROLE, CANARY)),
                record(12, CloudTrailLines.user("ci", KEY), "iam", "CreateAccessKey", """
                "requestParameters":{"userName":"eve"},
                "responseElements":{"accessKey":{"accessKeyId":"AKIANEW","userName":"eve","status":"Active"}}"""),
                created);
        // In the second in which the session began, and in a file that is read first.
        write(
                "0.json",
                record(
                        14,
                        session("ASIASESSION"),
                        "secretsmanager",
                        "GetSecretValue",
                        "\"requestParameters\":{\"secretId\":\"prod/db\"},\"readOnly\":true"),
                record(16, session("ASIAANOTHER"), "s3", "ListBuckets", "\"readOnly\":true"),
                record(17, CloudTrailLines.user("eve", "AKIANEW"), "iam", "AttachUserPolicy", """
                        "requestParameters":{"userName":"eve","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}"""),
                record(18, CloudTrailLines.user("ci", KEY), "ssm", "GetParameter", """
                        "errorCode":"AccessDenied","requestParameters":{"name":"/prod/key","withDecryption":true}"""),
                created);
        Files.createDirectories(logs.resolve("CloudTrail-Digest"));
        Files.writeString(logs.resolve("CloudTrail-Digest/digest.json"), "{\"awsAccountId\":\"123456789012\"}");

        Answer answer = bench.json("timeline", "aws:" + CI, "--since", "2026-11-29T10:10:00Z");

        assertThat(DeedLines.of(answer, UnaryOperator.identity()))
                .containsExactly(
                        "CREATED iam:CreateUser eve x1",
                        "CREATED iam:CreateAccessKey eve x1",
                        "BECAME sts:AssumeRole " + ROLE + " x1",
                        "READ_SECRET secretsmanager:GetSecretValue prod/db x1 by a session (key ASIASESSION)",
                        "CREATED iam:AttachUserPolicy eve x1 by access key AKIANEW",
                        "READ_SECRET ssm:GetParameter /prod/key x1 failed");
        assertThat(answer.err())
                .contains("It read one secret, which must be replaced")
                .contains("(2 files)")
                .doesNotContain("could not be read");
        assertThat(bench.seen()).doesNotContain(CANARY);
        Answer shown = bench.json("show", "aws:" + CI, "--used-since", "2026-11-29T10:10:00Z");
        JsonNode callers = shown.items().get(0).path("use").path("callers");
        assertThat(callers)
                .extracting(caller -> caller.path("with").asText() + " "
                        + caller.path("succeeded").asInt() + "+"
                        + caller.path("refused").asInt())
                .containsExactly(KEY + " 3+1", "AKIANEW 1+0", "ASIASESSION 1+0");
        assertThat(callers)
                .allSatisfy(caller -> assertThat(caller.path("from").asText() + " "
                                + caller.path("agent").asText())
                        .isEqualTo("192.0.2.7 aws-cli/2"));
    }

    @Test
    void whatIsBrokenIsToldWithFileAndLineAndTheRestIsKept() throws IOException {
        String deed = record(10, CloudTrailLines.user("ci", KEY), "iam", "CreateUser", "");
        write("a.json", deed, "{}", record(11, CloudTrailLines.user("ci", KEY), "iam", "DeleteUser", ""));
        write("b.json.gz", deed.replace("\"eventID\":\"", "\"eventID\":\"other-"));
        byte[] whole = Files.readAllBytes(logs.resolve("b.json.gz"));
        Files.write(logs.resolve("b.json.gz"), Arrays.copyOf(whole, whole.length - 9));

        Answer answer = bench.json("timeline", "aws:" + CI, "--since", "30d");

        assertThat(DeedLines.of(answer, UnaryOperator.identity()))
                .containsExactly("CREATED iam:CreateUser x2", "DELETED iam:DeleteUser x1");
        int broken = deed.split("\n", -1).length + 1;
        assertThat(answer.err())
                .contains("a line could not be read: 123456789012/CloudTrail/eu-central-1/2026/11/29/a.json:" + broken)
                .contains("or not to the end: 123456789012/CloudTrail/eu-central-1/2026/11/29/b.json.gz")
                .contains("only: what was done before that is unknown.");
    }
}
