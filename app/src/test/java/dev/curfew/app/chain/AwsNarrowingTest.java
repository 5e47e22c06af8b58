package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A managed policy is narrowed to the services that were used, as a new default version, and put back. moto makes no
/// reports of last access: the one here has the contents that
/// <https://docs.aws.amazon.com/cli/latest/reference/iam/get-service-last-accessed-details.html> gives them. The tests
/// are the steps of one story.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwsNarrowingTest {
    private static final String BROAD = """
            {"Version":"2012-10-17","Statement":[\
            {"Sid":"Work","Effect":"Allow","Action":["s3:*","ec2:Describe*","iam:*"],"Resource":"*"},\
            {"Sid":"Mail","Effect":"Allow","Action":"ses:*","Resource":"*"},\
            {"Sid":"Never","Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}]}""";
    private static final String NARROW = """
            {"Version":"2012-10-17","Statement":[\
            {"Sid":"Work","Effect":"Allow","Action":["s3:*","iam:PassRole"],"Resource":"*"},\
            {"Sid":"Never","Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}]}""";
    private static final String POLICY = "arn:aws:iam::123456789012:policy/app";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private CommandBench bench = new CommandBench(Path.of(System.getProperty("java.io.tmpdir")), Clock.systemUTC());
    private Path logs = Path.of("");
    private String narrowing = "";

    @BeforeAll
    void anAccountAndItsRecords(Moto moto, @TempDir Path home) throws IOException {
        bench = new CommandBench(home, Clock.systemUTC());
        logs = Files.createDirectory(home.resolve("records"));
        moto.reset();
        Moto.AccessKey own = moto.administrator("curfew");
        moto.iam("CreateUser", Map.of("UserName", "ci")).ok();
        moto.iam("CreatePolicy", Map.of("PolicyName", "app", "PolicyDocument", BROAD))
                .ok();
        moto.iam("AttachUserPolicy", Map.of("UserName", "ci", "PolicyArn", POLICY))
                .ok();
        report("s3");
        Files.writeString(
                logs.resolve("trail.json"),
                CloudTrailLines.file(
                        call(Duration.ofDays(20), "other", "ec2", "DescribeVpcs"),
                        call(Duration.ofHours(6), "ci", "s3", "ListBuckets")));
        bench.run("init");
        Shipped.connect(bench, "prod", moto, own, "--audit-file", logs.toString());
        assertThat(bench.addOfficer("ada").exitCode()).isZero();
        assertThat(bench.json("sync").exitCode()).isZero();
    }

    @Test
    @Order(1)
    void thePlanTakesAwayTheServicesThatNobodyUsed() {
        Answer plan = bench.json("narrow", POLICY, "--since", "14d");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.items())
                .extracting(cut -> cut.path("statement").asText() + " " + cut.path("after"))
                .containsExactly("Work [\"s3:*\",\"iam:PassRole\"]", "Mail []");
        assertThat(plan.items().get(0).path("holders").toString()).contains("prod:arn:aws:iam::123456789012:user/ci");
        assertThat(plan.err()).contains("which actions of a service were used is not in the report");
    }

    @Test
    @Order(2)
    void appliedItIsTheDefaultVersionAndTheFormerOneStays(Moto moto) {
        Answer applied = apply();

        assertThat(applied.exitCode()).as(applied.err()).isZero();
        narrowing = applied.item().path("id").asText();
        assertThat(standing(moto)).isEqualTo("v2");
        assertThat(applied.item().path("text").asText()).isEqualTo(NARROW);
        assertThat(applied.item().path("priorVersion").asText()).isEqualTo("v1");
    }

    @Test
    @Order(3)
    void rolledBackTheFormerVersionIsTheDefault(Moto moto) {
        Answer back = bench.as("ada", "narrow", "rollback", narrowing);

        assertThat(back.exitCode()).as(back.err()).isZero();
        assertThat(standing(moto)).isEqualTo("v1");
    }

    @Test
    @Order(4)
    void aSixthVersionIsNotMade(Moto moto) {
        for (int i = 0; i < 3; i++) {
            moto.iam("CreatePolicyVersion", Map.of("PolicyArn", POLICY, "PolicyDocument", BROAD))
                    .ok();
        }

        Answer applied = apply();

        assertThat(applied.exitCode()).isEqualTo(1);
        assertThat(applied.err()).contains("it has 5 versions, as many as AWS keeps");
        assertThat(standing(moto)).isEqualTo("v1");
    }

    @Test
    @Order(5)
    void aReportThatCloudTrailContradictsDecidesNothing() throws IOException {
        report("ses");

        Answer plan = bench.json("narrow", POLICY, "--since", "14d");

        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err()).contains("CloudTrail has a call of s3");
    }

    @Test
    @Order(6)
    void withoutAReportItSaysHowToHaveOne() throws IOException {
        Files.delete(logs.resolve("app.last-accessed.json"));

        Answer plan = bench.json("narrow", POLICY, "--since", "14d");

        assertThat(plan.exitCode()).isNotZero();
        assertThat(plan.err()).contains("generate-service-last-accessed-details");
    }

    private Answer apply() {
        return bench.as("ada", "narrow", POLICY, "--since", "14d", "--apply", "--reason", "not used");
    }

    private static String standing(Moto moto) {
        String body = moto.iam("GetPolicy", Map.of("PolicyArn", POLICY)).ok().body();
        return body.replaceFirst("(?s).*<DefaultVersionId>(\\w+)</DefaultVersionId>.*", "$1");
    }

    private void report(String used) throws IOException {
        StringBuilder services = new StringBuilder();
        for (String service : new String[] {"ec2", "iam", "s3", "ses"}) {
            String last = service.equals(used)
                    ? ",\"LastAuthenticated\":\""
                            + now.minus(Duration.ofHours(5)).toString().replace("Z", "+00:00") + "\""
                    : "";
            services.append(services.isEmpty() ? "" : ",")
                    .append("{\"ServiceName\":\"x\",\"ServiceNamespace\":\"")
                    .append(service)
                    .append('"')
                    .append(last)
                    .append(",\"TotalAuthenticatedEntities\":1}");
        }
        Files.writeString(
                logs.resolve("app.last-accessed.json"),
                "{\"JobStatus\":\"COMPLETED\",\"JobType\":\"SERVICE_LEVEL\",\"JobCreationDate\":\"" + now
                        + "\",\"ServicesLastAccessed\":[" + services + "],\"IsTruncated\":false}");
    }

    private String call(Duration ago, String user, String service, String name) {
        return CloudTrailLines.record(now.minus(ago), CloudTrailLines.user(user, "AKIAOF" + user), service, name, "");
    }
}
