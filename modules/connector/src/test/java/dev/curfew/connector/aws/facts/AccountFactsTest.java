package dev.curfew.connector.aws.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.AccountDetailsFile;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountFactsTest {
    private static final SourceName SOURCE = new SourceName("prod");
    private static final Instant NOW = Instant.parse("2026-11-22T03:14:09Z");
    private static final String ARN = "arn:aws:iam::111122223333:";
    private static final String GET = "{\"Statement\":{\"Effect\":\"Allow\",\"Resource\":\"arn:aws:s3:::logs/a/*\"}}";

    private static final String FILE = """
        {"UserDetailList": [{"Arn": "arn:aws:iam::111122223333:user/ci", "UserName": "ci", "UserId": "AIDA1",
            "CreateDate": "2024-01-02T03:04:05Z", "GroupList": ["ops"], "PasswordHash": "canary",
            "UserPolicyList": [{"PolicyName": "get", "PolicyDocument": %1$s}],
            "AttachedManagedPolicies": [{"PolicyName": "p", "PolicyArn": "arn:aws:iam::aws:policy/p"}],
            "PermissionsBoundary": {"PermissionsBoundaryArn": "arn:aws:iam::111122223333:policy/limit"},
            "Tags": [{"Key": "team", "Value": "build"}]}],
         "GroupDetailList": [{"Arn": "arn:aws:iam::111122223333:group/x/ops", "GroupName": "ops"}],
         "RoleDetailList": [{"Arn": "arn:aws:iam::111122223333:role/r", "RoleName": "r", "RoleLastUsed": {},
            "AssumeRolePolicyDocument": %1$s}],
         "Policies": [
            {"Arn": "arn:aws:iam::aws:policy/p", "PolicyName": "p", "DefaultVersionId": "v1", "AttachmentCount": 1,
             "PolicyVersionList": [{"VersionId": "v1", "Document": %1$s}]},
            {"Arn": "arn:aws:iam::111122223333:policy/limit", "PolicyName": "limit", "DefaultVersionId": "v1",
             "PolicyVersionList": [{"VersionId": "v1", "Document": %1$s}]},
            {"Arn": "arn:aws:iam::aws:policy/nobodys", "PolicyName": "nobodys", "DefaultVersionId": "v1",
             "PolicyVersionList": [{"VersionId": "v1", "Document": {"Statement": []}}]}]}
        """.formatted(GET);

    @Test
    void tellsEverythingOfASmallAccount() throws Exception {
        IdentityId user = new IdentityId(SOURCE, ARN + "user/ci");
        IdentityId group = new IdentityId(SOURCE, ARN + "group/x/ops");
        IdentityId role = new IdentityId(SOURCE, ARN + "role/r");
        PolicyId inline = new PolicyId(SOURCE, ARN + "user/ci#inline/get");
        PolicyId trust = new PolicyId(SOURCE, ARN + "role/r#trust");
        PolicyId limit = new PolicyId(SOURCE, ARN + "policy/limit");
        PolicyId managed = new PolicyId(SOURCE, "arn:aws:iam::aws:policy/p");
        Provenance inlined =
                new Provenance("users", "inline policy", "{\"Arn\":\"" + ARN + "user/ci\",\"PolicyName\":\"get\"}");
        Provenance trusted = new Provenance("roles", "AssumeRolePolicyDocument", "{\"Arn\":\"" + ARN + "role/r\"}");
        UsageQuality roleQuality = new UsageQuality("RoleLastUsed", Duration.ofHours(4), Duration.ofDays(400), true);

        assertThat(facts(FILE, Set.of()))
                .containsExactly(
                        new Identity(
                                group,
                                "aws.group",
                                "ops",
                                new Ownership.Unowned(),
                                null,
                                new Usage.NotObserved("a group is never used, only its members are"),
                                Map.of(),
                                new Provenance(
                                        "groups",
                                        "GroupDetailList",
                                        "{\"Arn\":\"" + ARN + "group/x/ops\",\"AttachedManagedPolicies\":[],"
                                                + "\"GroupName\":\"ops\",\"GroupPolicyList\":[]}")),
                        new Identity(
                                role,
                                "aws.role",
                                "r",
                                new Ownership.Unowned(),
                                null,
                                new Usage.NoneSeen(roleQuality),
                                Map.of(),
                                new Provenance(
                                        "roles",
                                        "RoleDetailList",
                                        "{\"Arn\":\"" + ARN + "role/r\",\"AttachedManagedPolicies\":[],"
                                                + "\"RoleName\":\"r\",\"RolePolicyList\":[],"
                                                + "\"Tags\":{}}")),
                        new Identity(
                                user,
                                "aws.user",
                                "ci",
                                new Ownership.Owned("build", "tag team"),
                                Instant.parse("2024-01-02T03:04:05Z"),
                                new Usage.NotObserved(
                                        "IAM records the last use of a user's keys and password, not of the user"),
                                Map.of("team", "build"),
                                new Provenance(
                                        "users",
                                        "UserDetailList",
                                        "{\"Arn\":\"" + ARN + "user/ci\",\"AttachedManagedPolicies\":"
                                                + "[\"arn:aws:iam::aws:policy/p\"],"
                                                + "\"CreateDate\":\"2024-01-02T03:04:05Z\",\"GroupList\":[\"ops\"],"
                                                + "\"PermissionsBoundary\":\"" + ARN + "policy/limit\","
                                                + "\"Tags\":{\"team\":\"build\"},\"UserId\":\"AIDA1\","
                                                + "\"UserName\":\"ci\",\"UserPolicyList\":[\"get\"]}")),
                        new Membership(
                                user,
                                group,
                                new Provenance(
                                        "users",
                                        "GroupList",
                                        "{\"Arn\":\"" + ARN + "user/ci\",\"GroupName\":\"ops\"}")),
                        new Policy(
                                limit,
                                "aws.policy",
                                "limit",
                                GET,
                                new Provenance(
                                        "policies",
                                        "Policies",
                                        "{\"Arn\":\"" + ARN + "policy/limit\",\"DefaultVersionId\":\"v1\","
                                                + "\"PolicyName\":\"limit\",\"Tags\":{}}")),
                        new Policy(trust, "aws.trust-policy", "r", GET, trusted),
                        new Policy(inline, "aws.policy", "get", GET, inlined),
                        new Policy(
                                managed,
                                "aws.policy",
                                "p",
                                GET,
                                new Provenance(
                                        "policies",
                                        "Policies",
                                        "{\"Arn\":\"arn:aws:iam::aws:policy/p\",\"DefaultVersionId\":\"v1\","
                                                + "\"PolicyName\":\"p\",\"Tags\":{}}")),
                        new Grant(
                                user,
                                limit,
                                GrantRole.BOUNDARY,
                                "",
                                new Provenance(
                                        "users",
                                        "PermissionsBoundary",
                                        "{\"Arn\":\"" + ARN + "user/ci\",\"PolicyArn\":\"" + ARN + "policy/limit\"}")),
                        new Grant(user, inline, GrantRole.IDENTITY, "", inlined),
                        new Grant(
                                user,
                                managed,
                                GrantRole.IDENTITY,
                                "",
                                new Provenance(
                                        "users",
                                        "AttachedManagedPolicies",
                                        "{\"Arn\":\"" + ARN
                                                + "user/ci\",\"PolicyArn\":\"arn:aws:iam::aws:policy/p\"}")),
                        new Trust(role, "aws.assume-role", trust, trusted),
                        new Resource(
                                new ResourceId(SOURCE, ARN + "root"),
                                "aws.account",
                                "111122223333",
                                Sensitivity.UNKNOWN,
                                Map.of(),
                                new Provenance("account", "ARN", "{\"Arn\":\"" + ARN + "root\"}")),
                        new Resource(
                                new ResourceId(SOURCE, "arn:aws:s3:::logs"),
                                "aws.s3",
                                "logs",
                                Sensitivity.UNKNOWN,
                                Map.of(),
                                new Provenance("policy-resources", "Resource", "{\"Arn\":\"arn:aws:s3:::logs\"}")));
    }

    @Test
    void keepsNothingThatIsNotKnown() throws Exception {
        assertThat(facts(FILE, Set.of()).toString()).doesNotContain("canary").doesNotContain("AttachmentCount");
    }

    @Test
    void marksItselfAndDoesNotCountItsOwnReadingAsUse() throws Exception {
        Identity role = identity(facts(FILE, Set.of(ARN + "role/r")), "role/r");

        assertThat(role.tags()).isEqualTo(Map.of("curfew:own", "true"));
        assertThat(role.usage()).isEqualTo(new Usage.NotObserved("Curfew itself uses it with every reading"));
    }

    @Test
    void tellsARolesUseAsTheSourceTellsIt() throws Exception {
        String used = "\"RoleLastUsed\": {\"LastUsedDate\": \"2026-11-20T10:00:00Z\", \"Region\": \"eu-west-1\"}";
        UsageQuality quality = new UsageQuality("RoleLastUsed", Duration.ofHours(4), Duration.ofDays(400), true);

        assertThat(identity(facts(FILE.replace("\"RoleLastUsed\": {}", used), Set.of()), "role/r")
                        .usage())
                .isEqualTo(new Usage.Seen(Instant.parse("2026-11-20T10:00:00Z"), "eu-west-1", quality));
        assertThat(identity(facts(FILE.replace("\"RoleLastUsed\": {},", ""), Set.of()), "role/r")
                        .usage())
                .isEqualTo(new Usage.NotObserved("the source does not tell when roles were last used"));
    }

    @Test
    void aWholeFileProvesAbsence() throws Exception {
        assertThat(coverage(FILE)).allMatch(Coverage::provesAbsence);
    }

    @Test
    void whatIsNamedAndMissingIsNotReadWhole() throws Exception {
        assertThat(states(FILE.replace("\"Arn\": \"" + ARN + "policy/limit\"", "\"Arn\": \"" + ARN + "policy/other\"")))
                .contains("policies PARTIAL 1 policies are attached but not listed")
                .contains("policy-resources PARTIAL not all policies were read")
                .contains("users READ ");
        assertThat(states(FILE.replace("\"GroupName\": \"ops\"", "\"GroupName\": \"dev\"")))
                .contains("users PARTIAL 1 memberships name a group that is not listed");
    }

    @Test
    void aListThatIsNotThereProvesNothing() throws Exception {
        String file = FILE.replace("\"GroupDetailList\"", "\"Else\"");

        assertThat(states(file))
                .contains("groups SKIPPED there is no GroupDetailList in it")
                .contains("policies PARTIAL it is not known who has which of them, because another list is missing");
    }

    @Test
    void onePageOfSeveralProvesNothing() throws Exception {
        assertThat(coverage(FILE.replace("{\"UserDetailList\"", "{\"IsTruncated\": true, \"UserDetailList\"")).stream()
                        .filter(Coverage::provesAbsence)
                        .map(Coverage::scope))
                .containsExactly("account");
    }

    private static Identity identity(List<Fact> facts, String name) {
        return facts.stream()
                .flatMap(fact -> fact instanceof Identity identity ? Stream.of(identity) : Stream.empty())
                .filter(identity -> identity.key().endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> facts(String file, Set<String> own) throws IOException, InterruptedException {
        FactSet facts = new FactSet();
        AccountFacts.collect(SOURCE, details(file), own, facts);
        return facts.inOrder();
    }

    private static List<String> states(String file) throws IOException, InterruptedException {
        return coverage(file).stream()
                .map(coverage -> coverage.scope() + " " + coverage.state() + " " + coverage.detail())
                .toList();
    }

    private static List<Coverage> coverage(String file) throws IOException, InterruptedException {
        AccountDetails details = details(file);
        return AccountFacts.collect(SOURCE, details, Set.of(), new FactSet()).coverage(SOURCE, details, NOW);
    }

    private static AccountDetails details(String file) throws IOException, InterruptedException {
        return AccountDetailsFile.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Progress.SILENT);
    }
}
