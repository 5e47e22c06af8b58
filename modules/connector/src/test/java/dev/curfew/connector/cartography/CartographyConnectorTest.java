package dev.curfew.connector.cartography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.NoSecrets;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports as `apoc.export.json` writes them, of a graph by Cartography's schema.
class CartographyConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final String ANN = "arn:aws:iam::111122223333:user/ann";
    private static final String OPS = "arn:aws:iam::111122223333:group/ops";
    private static final String DEPLOY = "arn:aws:iam::111122223333:role/deploy";
    private static final String NOT_KEPT = "\"Condition\":{\"StringLike\":{\"cartography:condition-not-kept\":\"*\"}}";

    private static final String LINES = """
            {"type":"node","id":"1","labels":["AWSPrincipal","AWSUser","UserAccount"],"properties":{"arn":"arn:aws:iam::111122223333:user/ann","id":"arn:aws:iam::111122223333:user/ann","name":"ann","userid":"AIDA1","path":"/","createdate":"2024-01-02 03:04:05+00:00","passwordlastused":"canary"}}
            {"type":"node","id":"2","labels":["AWSGroup","AWSPrincipal"],"properties":{"arn":"arn:aws:iam::111122223333:group/ops","id":"arn:aws:iam::111122223333:group/ops","name":"ops"}}
            {"type":"node","id":"3","labels":["AWSPrincipal","AWSRole"],"properties":{"arn":"arn:aws:iam::111122223333:role/deploy","id":"arn:aws:iam::111122223333:role/deploy","name":"deploy"}}
            {"type":"node","id":"4","labels":["AWSManagedPolicy","AWSPolicy"],"properties":{"id":"arn:aws:iam::111122223333:policy/read","arn":"arn:aws:iam::111122223333:policy/read","name":"read","type":"managed"}}
            {"type":"node","id":"5","labels":["AWSInlinePolicy","AWSPolicy"],"properties":{"id":"arn:aws:iam::111122223333:group/ops/inline_policy/assume","name":"assume","type":"inline"}}
            {"type":"node","id":"6","labels":["AWSPolicyStatement"],"properties":{"id":"arn:aws:iam::111122223333:policy/read/statement/1","effect":"Allow","action":["s3:GetObject"],"resource":["arn:aws:s3:::data/*"],"condition":"[{\\"Bool\\": {\\"aws:SecureTransport\\": true}}]","sid":"Read"}}
            {"type":"node","id":"7","labels":["AWSPolicyStatement"],"properties":{"id":"arn:aws:iam::111122223333:group/ops/inline_policy/assume/statement/1","effect":"Allow","action":["sts:AssumeRole"],"resource":["*"]}}
            {"type":"node","id":"8","labels":["APIKey","AWSAccountAccessKey"],"properties":{"id":"AKIAIOSFODNN7EXAMPLE","accesskeyid":"AKIAIOSFODNN7EXAMPLE","status":"Active","createdate":"2025-01-02 03:04:05+00:00","lastuseddate":"2026-11-01 00:00:00+00:00","lastusedservice":"s3","lastusedregion":"eu-west-1"}}
            {"type":"node","id":"9","labels":["AWSTag","Tag"],"properties":{"id":"owner:ada","key":"owner","value":"ada"}}
            {"type":"node","id":"10","labels":["AWSPrincipal","AWSServicePrincipal"],"properties":{"arn":"ec2.amazonaws.com","id":"ec2.amazonaws.com","type":"Service"}}
            {"type":"node","id":"11","labels":["S3Bucket"],"properties":{"name":"data"}}
            {"type":"node","id":"12","labels":["AWSFederatedPrincipal","AWSPrincipal"],"properties":{"arn":"arn:aws:iam::111122223333:oidc-provider/ci.example.org"}}
            {"id":"100","type":"relationship","label":"POLICY","start":{"id":"1","labels":["AWSUser"]},"end":{"id":"4","labels":["AWSPolicy"]}}
            {"id":"101","type":"relationship","label":"POLICY","start":{"id":"2","labels":["AWSGroup"]},"end":{"id":"5","labels":["AWSPolicy"]}}
            {"id":"102","type":"relationship","label":"STATEMENT","start":{"id":"4","labels":["AWSPolicy"]},"end":{"id":"6","labels":["AWSPolicyStatement"]}}
            {"id":"103","type":"relationship","label":"STATEMENT","start":{"id":"5","labels":["AWSPolicy"]},"end":{"id":"7","labels":["AWSPolicyStatement"]}}
            {"id":"104","type":"relationship","label":"MEMBER_AWS_GROUP","start":{"id":"1","labels":["AWSUser"]},"end":{"id":"2","labels":["AWSGroup"]}}
            {"id":"105","type":"relationship","label":"MEMBER_OF","start":{"id":"1","labels":["AWSUser"]},"end":{"id":"2","labels":["AWSGroup"]}}
            {"id":"106","type":"relationship","label":"AWS_ACCESS_KEY","start":{"id":"1","labels":["AWSUser"]},"end":{"id":"8","labels":["AWSAccountAccessKey"]}}
            {"id":"107","type":"relationship","label":"TAGGED","start":{"id":"3","labels":["AWSRole"]},"end":{"id":"9","labels":["AWSTag"]}}
            {"id":"108","type":"relationship","label":"TRUSTS_AWS_PRINCIPAL","properties":{"has_condition":false},"start":{"id":"3","labels":["AWSRole"]},"end":{"id":"1","labels":["AWSUser"]}}
            {"id":"109","type":"relationship","label":"TRUSTS_AWS_PRINCIPAL","start":{"id":"3","labels":["AWSRole"]},"end":{"id":"10","labels":["AWSServicePrincipal"]}}
            {"id":"110","type":"relationship","label":"TRUSTS_AWS_PRINCIPAL","properties":{"has_condition":true,"conditions":"[{\\"StringEquals\\": {\\"ci.example.org:aud\\": \\"curfew\\"}}]"},"start":{"id":"3","labels":["AWSRole"]},"end":{"id":"12","labels":["AWSFederatedPrincipal"]}}
            {"id":"111","type":"relationship","label":"STS_ASSUMEROLE_ALLOW","start":{"id":"1","labels":["AWSUser"]},"end":{"id":"3","labels":["AWSRole"]}}
            {"id":"112","type":"relationship","label":"CAN_READ","start":{"id":"1","labels":["AWSUser"]},"end":{"id":"11","labels":["S3Bucket"]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void principalsPoliciesAndKeysAreWhatAwsItselfWouldTell() throws Exception {
        Observation read = read(LINES);

        assertThat(all(read, Identity.class))
                .extracting(it -> it.kind() + " " + it.key())
                .containsExactly("aws.group " + OPS, "aws.role " + DEPLOY, "aws.user " + ANN);
        assertThat(all(read, Membership.class))
                .extracting(it -> it.member().nativeId() + " in " + it.group().nativeId())
                .containsExactly(ANN + " in " + OPS);
        assertThat(all(read, Grant.class))
                .extracting(
                        it -> it.subject().nativeId() + " has " + it.policy().nativeId())
                .containsExactly(
                        OPS + " has " + OPS + "#inline/assume", ANN + " has arn:aws:iam::111122223333:policy/read");
        Credential key = all(read, Credential.class).getFirst();
        assertThat(key.kind()).isEqualTo("aws.access-key");
        assertThat(key.holder()).hasToString("graph:" + ANN);
        assertThat(key.active()).isTrue();
        assertThat(key.usage())
                .isInstanceOfSatisfying(
                        Usage.Seen.class, it -> assertThat(it.by()).isEqualTo("s3 eu-west-1"));
        assertThat(read.toString()).doesNotContain("canary");
    }

    @Test
    void policiesAreWrittenAsAwsWritesThem() throws Exception {
        assertThat(policy(read(LINES), "arn:aws:iam::111122223333:policy/read"))
                .isEqualTo("{\"Statement\":[{\"Action\":[\"s3:GetObject\"],"
                        + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}},\"Effect\":\"Allow\","
                        + "\"Resource\":[\"arn:aws:s3:::data/*\"],\"Sid\":\"Read\"}],\"Version\":\"2012-10-17\"}");
    }

    @Test
    void trustIsByWhoIsTrustedAndWhereConditionsAreNotKeptTheyAreNotTakenForNone() throws Exception {
        Observation read = read(LINES);

        assertThat(policy(read, DEPLOY + "#trust"))
                .isEqualTo("{\"Statement\":["
                        + "{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ANN
                        + "\"}},"
                        + "{\"Action\":\"sts:AssumeRoleWithWebIdentity\","
                        + "\"Condition\":{\"StringEquals\":{\"ci.example.org:aud\":\"curfew\"}},"
                        + "\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/ci.example.org\"}},"
                        + "{\"Action\":\"sts:AssumeRole\"," + NOT_KEPT + ",\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Service\":\"ec2.amazonaws.com\"}}],\"Version\":\"2012-10-17\"}");
        assertThat(coverage(read, "trust-conditions").state()).isEqualTo(CoverageState.SKIPPED);
    }

    @Test
    void withoutTrustWhatCartographyMadeOfItIsTaken() throws Exception {
        String without = LINES.lines()
                .filter(line -> !line.contains("TRUSTS_AWS_PRINCIPAL"))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(policy(read(without), DEPLOY + "#trust"))
                .isEqualTo("{\"Statement\":[{\"Action\":\"sts:AssumeRole\"," + NOT_KEPT
                        + ",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ANN
                        + "\"}}],\"Version\":\"2012-10-17\"}");
    }

    @Test
    void tagsNameOwners() throws Exception {
        assertThat(all(read(LINES), Identity.class).get(1).ownership())
                .isEqualTo(new Ownership.Owned("ada", "tag owner"));
    }

    @Test
    void whatIsNotTranslatedIsTold() throws Exception {
        Observation read = read(LINES);

        assertThat(coverage(read, "untranslated").state()).isEqualTo(CoverageState.SKIPPED);
        assertThat(coverage(read, "untranslated").detail())
                .isEqualTo("2 nodes and relationships are not translated: CAN_READ (1), S3Bucket (1)");
        assertThat(coverage(read, "boundaries").detail()).contains("no permissions boundaries");
        assertThat(coverage(read, "roles").state()).isEqualTo(CoverageState.READ);
    }

    @Test
    void aPolicyWithoutItsStatementsIsNotTakenForOneThatAllowsNothing() throws Exception {
        String without = LINES.lines()
                .filter(line -> !line.contains("\"STATEMENT\""))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(policy(read(without), "arn:aws:iam::111122223333:policy/read"))
                .as("which no evaluator takes for a policy")
                .isEqualTo("{\"Version\":\"2012-10-17\"}");
    }

    @Test
    void aKeyOfNobodyOrWithoutAnIdIsMissedAndTheRestIsRead() throws Exception {
        assertKeyMissed("\"accesskeyid\":\"AKIAIOSFODNN7EXAMPLE\"", "\"accesskeyid\":\"\\u0085\"");
        assertKeyMissed("\"arn\":\"" + ANN + "\",\"id\":\"" + ANN + "\"", "\"arn\":\"\",\"id\":\" \"");
    }

    private void assertKeyMissed(String text, String instead) throws Exception {
        assertThat(LINES).contains(text);
        Observation read = read(LINES.replace(text, instead));

        assertThat(all(read, Credential.class)).isEmpty();
        assertThat(all(read, Identity.class)).extracting(Identity::key).contains(DEPLOY);
        assertThat(read.coverage())
                .filteredOn(each -> each.scope().equals("access-keys"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo(CoverageState.PARTIAL);
                    assertThat(each.detail()).startsWith("1 access key is not read");
                });
    }

    @Test
    void oneListIsAsGoodAsLinesAndTheOrderDoesNotMatter() throws Exception {
        List<String> lines = LINES.lines().toList();

        assertThat(read("[" + String.join(",", lines.reversed()) + "]").facts())
                .isEqualTo(read(LINES).facts());
    }

    @Test
    void whatIsNoSuchExportIsRefusedWithItsPlace() {
        assertRefused("{\"type\":\"node\",\"id\":\"1\",\"labels\":[\"Person\"]}", "expected an export of nodes");
        assertRefused("{\"nodes\":[]}", "line 1, column 1", "jsonFormat");
        assertRefused(
                LINES + "{\"type\":\"relationship\",\"label\":\"POLICY\",\"start\":{\"id\":\"1\"}}", "end is missing");
        assertRefused("[" + LINES.lines().findFirst().orElseThrow(), "ends in the middle");
        assertRefused(LINES + "{\"type\":", "ends in the middle");
    }

    private void assertRefused(String text, String... why) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(SourceException.class).hasMessageContainingAll(why);
    }

    private static String policy(Observation read, String id) {
        return all(read, Policy.class).stream()
                .filter(it -> it.id().nativeId().equals(id))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Coverage coverage(Observation read, String scope) {
        return read.coverage().stream()
                .filter(it -> it.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Fact> List<T> all(Observation read, Class<T> type) {
        return read.facts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Observation read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("graph.json"), text);
        Connection connection =
                new Connection(new SourceName("graph"), "cartography", file.toUri(), false, NOW, Map.of());
        return new CartographyConnector(InstantSource.fixed(NOW))
                .observer(connection, new NoSecrets())
                .observe(Progress.SILENT);
    }
}
