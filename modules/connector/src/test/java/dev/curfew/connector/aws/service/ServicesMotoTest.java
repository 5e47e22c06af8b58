package dev.curfew.connector.aws.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.boto.Boto;
import dev.curfew.testbed.process.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Everything that an account has of these services, in two regions, is what AWS's own client lists.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesMotoTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/worker";
    private static final String OTHER = "arn:aws:iam::444455556666:role/partner";
    private final Moto moto;
    private final Boto home;
    private final Boto abroad;
    private final Moto.AccessKey key;
    private Observation observation;

    ServicesMotoTest(Moto moto) throws InterruptedException {
        this.moto = moto;
        moto.reset();
        this.home = Boto.of(moto, "eu-west-1");
        this.abroad = Boto.of(moto, "us-east-1");
        this.key = moto.administrator("curfew");
        this.observation = observe(key);
    }

    @BeforeAll
    void seed(@TempDir Path folder) throws Exception {
        role();
        certificate(new Certificates(folder));
        for (Boto boto : List.of(home, abroad)) {
            boto.call("secretsmanager", "create_secret", Map.of("Name", "plain", "SecretString", "canary-value"));
            boto.call("kms", "create_key", Map.of("Description", "spare"));
            boto.call("sqs", "create_queue", Map.of("QueueName", "jobs"));
            boto.call("sns", "create_topic", Map.of("Name", "news"));
        }
        buckets();
        secret();
        key();
        queueAndTopic();
        workloads();
        observation = observe(key);
    }

    private void role() {
        String trust = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":["lambda.amazonaws.com","ec2.amazonaws.com"]},"Action":"sts:AssumeRole"}]}\
            """;
        home.call("iam", "create_role", Map.of("RoleName", "worker", "AssumeRolePolicyDocument", trust));
        home.call("iam", "create_instance_profile", Map.of("InstanceProfileName", "worker"));
        home.call("iam", "add_role_to_instance_profile", Map.of("InstanceProfileName", "worker", "RoleName", "worker"));
    }

    private void certificate(Certificates certificates) {
        certificates.server("shop", "dns:shop.example");
        home.call(
                "acm",
                "import_certificate",
                Map.of("Certificate", certificates.certificatePem("shop"), "PrivateKey", certificates.keyPem("shop")));
    }

    private void buckets() {
        Map<String, String> there = Map.of("LocationConstraint", "eu-west-1");
        for (String name : List.of("open", "closed", "bare")) {
            home.call("s3", "create_bucket", Map.of("Bucket", name, "CreateBucketConfiguration", there));
        }
        for (String name : List.of("open", "closed")) {
            home.call(
                    "s3",
                    "put_bucket_policy",
                    Map.of("Bucket", name, "Policy", guard("s3:GetObject", "arn:aws:s3:::" + name + "/*")));
        }
        home.call(
                "s3",
                "put_public_access_block",
                Map.of("Bucket", "closed", "PublicAccessBlockConfiguration", Map.of("RestrictPublicBuckets", true)));
    }

    private void secret() {
        home.call("secretsmanager", "create_secret", Map.of("Name", "shared", "SecretString", "canary-value"));
        home.call(
                "secretsmanager",
                "put_resource_policy",
                Map.of("SecretId", "shared", "ResourcePolicy", guard("secretsmanager:GetSecretValue", "*")));
    }

    private void key() {
        String id = home.call("kms", "create_key", Map.of("Policy", guard("kms:Decrypt", "*")))
                .at("/KeyMetadata/KeyId")
                .asText();
        home.call("kms", "create_alias", Map.of("AliasName", "alias/books", "TargetKeyId", id));
        home.call(
                "kms",
                "create_grant",
                Map.of(
                        "KeyId",
                        id,
                        "GranteePrincipal",
                        ROLE,
                        "Operations",
                        List.of("Decrypt"),
                        "Constraints",
                        Map.of("EncryptionContextEquals", Map.of("book", "1"))));
    }

    private void queueAndTopic() {
        home.call(
                "sqs",
                "create_queue",
                Map.of("QueueName", "shared", "Attributes", Map.of("Policy", guard("sqs:SendMessage", "*"))));
        String topic = home.call("sns", "create_topic", Map.of("Name", "shared"))
                .path("TopicArn")
                .asText();
        home.call(
                "sns",
                "set_topic_attributes",
                Map.of("TopicArn", topic, "AttributeName", "Policy", "AttributeValue", guard("sns:Publish", topic)));
    }

    private void workloads() throws IOException {
        home.call(
                "lambda",
                "create_function",
                Map.of(
                        "FunctionName",
                        "resize",
                        "Runtime",
                        "python3.12",
                        "Role",
                        ROLE,
                        "Handler",
                        "a.b",
                        "Code",
                        Map.of("ZipFile", zip()),
                        "Environment",
                        Map.of("Variables", Map.of("TOKEN", "canary-token"))));
        home.call(
                "lambda",
                "add_permission",
                Map.of(
                        "FunctionName",
                        "resize",
                        "StatementId",
                        "partner",
                        "Action",
                        "lambda:InvokeFunction",
                        "Principal",
                        OTHER));
        home.call(
                "ec2",
                "run_instances",
                Map.of(
                        "ImageId",
                        "ami-12c6146b",
                        "MinCount",
                        1,
                        "MaxCount",
                        1,
                        "UserData",
                        "canary-data",
                        "IamInstanceProfile",
                        Map.of("Name", "worker")));
        home.call("ecs", "create_cluster", Map.of("clusterName", "shop"));
        home.call(
                "ecs",
                "register_task_definition",
                Map.of(
                        "family",
                        "till",
                        "taskRoleArn",
                        ROLE,
                        "containerDefinitions",
                        List.of(Map.of(
                                "name",
                                "till",
                                "image",
                                "till",
                                "memory",
                                128,
                                "environment",
                                List.of(Map.of("name", "TOKEN", "value", "canary-token"))))));
        home.call(
                "ecs",
                "create_service",
                Map.of("cluster", "shop", "serviceName", "till", "taskDefinition", "till", "desiredCount", 1));
    }

    @AfterAll
    void leave() {
        home.close();
        abroad.close();
        moto.reset();
    }

    @Test
    void seesWhatAwssOwnClientLists() {
        assertThat(ids("aws.s3"))
                .isEqualTo(sorted(home.list("s3", "list_buckets", Map.of(), "Buckets", "Name").stream()
                        .map(name -> "arn:aws:s3:::" + name)));
        assertThat(ids("aws.secretsmanager")).isEqualTo(both("secretsmanager", "list_secrets", "SecretList", "ARN"));
        assertThat(ids("aws.kms")).isEqualTo(both("kms", "list_keys", "Keys", "KeyArn"));
        assertThat(ids("aws.lambda")).isEqualTo(both("lambda", "list_functions", "Functions", "FunctionArn"));
        assertThat(ids("aws.sns")).isEqualTo(both("sns", "list_topics", "Topics", "TopicArn"));
        assertThat(ids("aws.sqs").stream().map(arn -> arn.substring(arn.lastIndexOf(':') + 1)))
                .containsExactlyInAnyOrder("jobs", "jobs", "shared");
        assertThat(ids("aws.ec2").stream().map(arn -> arn.substring(arn.lastIndexOf('/') + 1)))
                .containsExactlyInAnyOrderElementsOf(
                        home.call("ec2", "describe_instances", Map.of()).findValuesAsText("InstanceId"));
        assertThat(ids("aws.ecs"))
                .containsExactlyElementsOf(texts(home.call("ecs", "list_services", Map.of("cluster", "shop"))
                        .path("serviceArns")));
        assertThat(observation.coverage())
                .allSatisfy(coverage ->
                        assertThat(coverage.state()).as(coverage.scope()).isEqualTo(CoverageState.READ));
    }

    @Test
    void knowsTheirPoliciesAndAKeysGrants() {
        Map<String, String> guards = facts(Grant.class)
                .filter(grant -> grant.role() == GrantRole.RESOURCE)
                .collect(Collectors.toMap(
                        grant -> grant.policy().nativeId(),
                        grant -> text(grant.policy().nativeId())));

        assertThat(guards.get("arn:aws:s3:::open#policy")).isEqualTo(guard("s3:GetObject", "arn:aws:s3:::open/*"));
        assertThat(guards).doesNotContainKey("arn:aws:s3:::bare#policy");
        assertThat(naming(guards, ":secretsmanager:")).hasSize(1);
        assertThat(naming(guards, ":sqs:")).hasSize(1);
        assertThat(naming(guards, ":sns:")).hasSize(1);
        assertThat(naming(guards, ":lambda:")).hasSize(1);
        assertThat(naming(guards, ":kms:")).hasSize(1);
        assertThat(guards.entrySet())
                .filteredOn(guard -> guard.getKey().endsWith("#grants"))
                .singleElement()
                .satisfies(guard -> assertThat(guard.getValue())
                        .contains(ROLE, "kms:Decrypt", "\"kms:EncryptionContext:book\":\"1\""));
    }

    @Test
    void knowsWhoseABucketIsAndWhetherItIsClosedToThePublic() {
        assertThat(facts(Resource.class)
                        .filter(resource -> resource.kind().equals("aws.s3"))
                        .map(resource -> resource.name() + " " + resource.tags().get("curfew:account") + " "
                                + resource.tags().get("curfew:restrict-public-buckets")))
                .containsExactlyInAnyOrder(
                        "open 123456789012 false", "closed 123456789012 true", "bare 123456789012 false");
    }

    @Test
    void knowsWhatWorkloadsRunAsAndNothingThatTheyAreGiven() {
        assertThat(facts(Resource.class)
                        .filter(resource -> ROLE.equals(resource.tags().get("curfew:runs-as")))
                        .map(Resource::kind))
                .containsExactlyInAnyOrder("aws.lambda", "aws.ec2", "aws.ecs");
        assertThat(observation.toString()).doesNotContain("canary");
    }

    @Test
    void eachRightLessLeavesTheRestKnownAndSaysWhatIsNot() throws Exception {
        String policy = readPolicy();
        String own = policy.substring(policy.indexOf("CurfewReadsServices"));
        home.call("iam", "create_user", Map.of("UserName", "least"));
        Moto.AccessKey least = moto.accessKey("least");
        for (String right : own.substring(0, own.indexOf(']'))
                .lines()
                .filter(line -> line.contains("\"") && line.strip().matches("\"[a-z0-9]+:\\w+\",?"))
                .map(String::strip)
                .toList()) {
            home.call(
                    "iam",
                    "put_user_policy",
                    Map.of(
                            "UserName",
                            "least",
                            "PolicyName",
                            "p",
                            "PolicyDocument",
                            policy.replace(right, right.replace(":", ":No"))));
            try (Moto.Enforcement _ = moto.enforceAuthentication()) {
                Observation narrowed = observe(least);

                assertThat(narrowed.coverage())
                        .as("without " + right)
                        .anyMatch(
                                each -> each.state() == CoverageState.REFUSED || each.state() == CoverageState.PARTIAL);
                assertThat(narrowed.coverage().stream()
                                .filter(Coverage::provesAbsence)
                                .count())
                        .as("without " + right)
                        .isGreaterThan(narrowed.coverage().size() - 6L);
            }
        }
    }

    private List<String> ids(String kind) {
        return sorted(facts(Resource.class)
                .filter(resource -> resource.kind().equals(kind))
                .map(resource -> resource.id().nativeId()));
    }

    private List<String> both(String service, String method, String list, String field) {
        return sorted(
                Stream.of(home, abroad).flatMap(boto -> boto.list(service, method, Map.of(), list, field).stream()));
    }

    private static List<String> sorted(Stream<String> texts) {
        return List.copyOf(texts.collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.path(i).asText())
                .toList();
    }

    private String text(String policy) {
        return facts(Policy.class)
                .filter(each -> each.id().nativeId().equals(policy))
                .map(Policy::text)
                .findFirst()
                .orElse("");
    }

    private static List<String> naming(Map<String, String> guards, String service) {
        return guards.entrySet().stream()
                .filter(guard ->
                        guard.getKey().contains(service) && guard.getValue().contains(OTHER))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Observation observe(Moto.AccessKey with) throws InterruptedException {
        Map<String, String> settings = Map.of("region", "eu-west-1", "regions", "eu-west-1, us-east-1");
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS, settings)) {
            return connected.reading(with.id() + " " + with.secret().reveal()).observe();
        }
    }

    private <F extends Fact> Stream<F> facts(Class<F> type) {
        return observation.facts().stream().filter(type::isInstance).map(type::cast);
    }

    private static String guard(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                + OTHER + "\"},\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}]}";
    }

    private static String zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.py"));
            zip.write("b = print".getBytes(StandardCharsets.UTF_8));
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String readPolicy() throws IOException {
        try (InputStream in = Objects.requireNonNull(AwsConnector.class.getResourceAsStream("read-policy.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
