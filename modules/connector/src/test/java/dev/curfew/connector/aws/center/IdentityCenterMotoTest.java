package dev.curfew.connector.aws.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.boto.Boto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Everything that IAM Identity Center has is what AWS's own client lists. moto has neither boundaries nor tags of
/// permission sets: these are [IdentityCenterTest]'s.
@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityCenterMotoTest {
    private static final String ADMINS = "arn:aws:iam::aws:policy/AdministratorAccess";
    private static final String NO_LOGS = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"logs:*","Resource":"*"}]}\
        """;
    private final Moto moto;
    private final Boto boto;
    private final Moto.AccessKey key;
    private String instance = "";
    private String store = "";
    private final List<String> sets = new ArrayList<>();

    IdentityCenterMotoTest(Moto moto) {
        this.moto = moto;
        moto.reset();
        this.boto = Boto.of(moto, "eu-west-1");
        this.key = moto.administrator("curfew");
    }

    /// Two permission sets; one is assigned to a group of one person and to a person, the other to 120 people.
    @BeforeAll
    void seed() {
        JsonNode told = sso("list_instances", Map.of()).at("/Instances/0");
        instance = told.path("InstanceArn").asText();
        store = told.path("IdentityStoreId").asText();
        String admin = permissionSet("Admin");
        sso("attach_managed_policy_to_permission_set", with(admin, Map.of("ManagedPolicyArn", ADMINS)));
        sso(
                "attach_customer_managed_policy_reference_to_permission_set",
                with(admin, Map.of("CustomerManagedPolicyReference", Map.of("Name", "deploy", "Path", "/team/"))));
        sso("put_inline_policy_to_permission_set", with(admin, Map.of("InlinePolicy", NO_LOGS)));
        String ada = person("ada");
        String group = directory("create_group", Map.of("DisplayName", "admins", "Description", "canary-words"))
                .path("GroupId")
                .asText();
        directory("create_group_membership", Map.of("GroupId", group, "MemberId", Map.of("UserId", ada)));
        assign(admin, "GROUP", group);
        assign(admin, "USER", person("bo"));
        String viewer = permissionSet("Viewer");
        for (int i = 0; i < 120; i++) {
            assign(viewer, "USER", person("viewer-" + i));
        }
    }

    @AfterAll
    void leave() {
        boto.close();
        moto.reset();
    }

    @Test
    void seesThePeopleGroupsAndMembershipsThatAwssOwnClientLists() throws Exception {
        Observation observation = observe(key);

        assertThat(identities(observation, "identity-center.user"))
                .containsExactlyInAnyOrderElementsOf(list("list_users", "Users", "UserName"))
                .hasSize(122);
        assertThat(identities(observation, "identity-center.group"))
                .containsExactlyInAnyOrderElementsOf(list("list_groups", "Groups", "DisplayName"));
        assertThat(facts(observation, Membership.class).map(Fact::key).toList())
                .containsExactly("prod:" + id(observation, "ada") + " | " + id(observation, "admins"));
    }

    @Test
    void seesWhoIsAssignedWhatInWhichAccount() throws Exception {
        Observation observation = observe(key);

        List<String> expected = new ArrayList<>();
        for (String set : sets) {
            for (JsonNode each : sso("list_account_assignments", with(set, Map.of("AccountId", Moto.ACCOUNT)))
                    .path("AccountAssignments")) {
                expected.add(each.path("PrincipalType").asText().toLowerCase(Locale.ROOT) + "/"
                        + each.path("PrincipalId").asText() + " " + set + " " + Moto.ACCOUNT);
            }
        }
        assertThat(facts(observation, Grant.class)
                        .filter(grant -> sets.contains(grant.policy().nativeId()))
                        .map(grant -> grant.subject().nativeId().replace("arn:aws:identitystore:::", "") + " "
                                + grant.policy().nativeId() + " " + grant.scope()))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(122);
    }

    @Test
    void keepsOfAPermissionSetWhatItGivesAndOfAPersonNoMoreThanNameAndAddress() throws Exception {
        Observation observation = observe(key);

        Policy admin = facts(observation, Policy.class)
                .filter(policy -> policy.name().equals("Admin"))
                .findFirst()
                .orElseThrow();
        assertThat(admin.kind()).isEqualTo("identity-center.permission-set");
        assertThat(new ObjectMapper().readTree(admin.text()))
                .isEqualTo(new ObjectMapper()
                        .valueToTree(Map.of(
                                "name",
                                "Admin",
                                "sessionDuration",
                                "PT4H",
                                "managedPolicies",
                                List.of(ADMINS),
                                "customerManagedPolicies",
                                List.of("/team/deploy"),
                                "inlinePolicy",
                                NO_LOGS,
                                "unread",
                                List.of("permissionsBoundary", "tags"))));
        assertThat(facts(observation, Identity.class).filter(it -> it.name().equals("ada")))
                .singleElement()
                .satisfies(ada ->
                        assertThat(ada.ownership()).isEqualTo(new Ownership.Owned("ada@example.org", "the person")));
        assertThat(observation.toString()).doesNotContain("canary");
    }

    /// moto has an instance in every region.
    @Test
    void looksInEachRegion() throws Exception {
        Map<String, String> settings = Map.of("region", "eu-west-1", "regions", "eu-west-1,us-east-1");
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS, settings)) {
            assertThat(connected.reading(text(key)).observe().coverage())
                    .filteredOn(coverage -> coverage.scope().contains("directory"))
                    .extracting(Coverage::scope, Coverage::state, Coverage::items)
                    .containsExactlyInAnyOrder(
                            tuple("identity-center-directory/eu-west-1", CoverageState.READ, 124L),
                            tuple("identity-center-directory/us-east-1", CoverageState.READ, 0L));
        }
    }

    @Test
    void eachRightLessLeavesTheRestKnownAndSaysWhatIsNot() throws Exception {
        String policy = policy();
        moto.iam("CreateUser", Map.of("UserName", "least")).ok();
        Moto.AccessKey least = moto.accessKey("least");
        List<String> rights = policy.lines()
                .filter(line -> line.contains("\"sso:") || line.contains("\"identitystore:"))
                .map(String::strip)
                // moto has none of these
                .filter(right -> !right.contains("Boundary") && !right.contains("Tags"))
                .toList();
        assertThat(rights).hasSize(11);
        for (String right : rights) {
            put(policy.replace(right, right.replace(":", ":No")));
            try (Moto.Enforcement _ = moto.enforceAuthentication()) {
                String action = right.replaceAll(".*:(\\w+)\".*", "$1");
                assertThat(center(least))
                        .as("without " + right)
                        .anySatisfy(each -> assertThat(each.detail()).contains(action, "AccessDenied"));
            }
        }
        put(policy);
        try (Moto.Enforcement _ = moto.enforceAuthentication()) {
            assertThat(center(least))
                    .extracting(Coverage::state)
                    .containsExactly(CoverageState.PARTIAL, CoverageState.READ, CoverageState.READ);
        }
    }

    private List<Coverage> center(Moto.AccessKey with) throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)) {
            return connected.reading(text(with)).read(IdentityCenter::new, new FactSet());
        }
    }

    private void put(String policy) {
        moto.iam("PutUserPolicy", Map.of("UserName", "least", "PolicyName", "p", "PolicyDocument", policy))
                .ok();
    }

    private String permissionSet(String name) {
        String arn = sso(
                        "create_permission_set",
                        Map.of("InstanceArn", instance, "Name", name, "SessionDuration", "PT4H"))
                .at("/PermissionSet/PermissionSetArn")
                .asText();
        sso("provision_permission_set", with(arn, Map.of("TargetType", "AWS_ACCOUNT", "TargetId", Moto.ACCOUNT)));
        sets.add(arn);
        return arn;
    }

    private String person(String name) {
        return directory(
                        "create_user",
                        Map.of(
                                "UserName",
                                name,
                                "DisplayName",
                                "canary-name",
                                "Name",
                                Map.of("GivenName", "canary", "FamilyName", "canary"),
                                "PhoneNumbers",
                                List.of(Map.of("Value", "canary")),
                                "Emails",
                                List.of(Map.of("Value", name + "@example.org", "Primary", true))))
                .path("UserId")
                .asText();
    }

    private void assign(String set, String type, String id) {
        sso(
                "create_account_assignment",
                with(
                        set,
                        Map.of(
                                "TargetId",
                                Moto.ACCOUNT,
                                "TargetType",
                                "AWS_ACCOUNT",
                                "PrincipalType",
                                type,
                                "PrincipalId",
                                id)));
    }

    private Map<String, Object> with(String set, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(more);
        all.put("InstanceArn", instance);
        all.put("PermissionSetArn", set);
        return all;
    }

    private JsonNode sso(String method, Map<String, ?> arguments) {
        return boto.call("sso-admin", method, arguments);
    }

    private JsonNode directory(String method, Map<String, ?> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("IdentityStoreId", store);
        return boto.call("identitystore", method, all);
    }

    private List<String> list(String method, String list, String field) {
        return boto.list("identitystore", method, Map.of("IdentityStoreId", store), list, field);
    }

    private static List<String> identities(Observation observation, String kind) {
        return facts(observation, Identity.class)
                .filter(identity -> identity.kind().equals(kind))
                .map(Identity::name)
                .toList();
    }

    private static String id(Observation observation, String name) {
        return facts(observation, Identity.class)
                .filter(identity -> identity.name().equals(name))
                .map(Fact::key)
                .findFirst()
                .orElseThrow();
    }

    private Observation observe(Moto.AccessKey with) throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(moto.endpoint(), HttpSettings.DEFAULTS)) {
            return connected.reading(text(with)).observe();
        }
    }

    private static String text(Moto.AccessKey key) {
        return key.id() + " " + key.secret().reveal();
    }

    private static String policy() throws IOException {
        try (InputStream in = Objects.requireNonNull(AwsConnector.class.getResourceAsStream("read-policy.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static <F extends Fact> Stream<F> facts(Observation observation, Class<F> type) {
        return observation.facts().stream().filter(type::isInstance).map(type::cast);
    }
}
