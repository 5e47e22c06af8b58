package dev.curfew.connector.aws.organization;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithMoto
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizationMotoTest {
    private static final String SERVICE = "organizations";
    private static final String NO_BUCKETS = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}\
        """;
    private static final String ONLY_OURS = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-x"}}}]}\
        """;
    private static final List<String> SCOPES =
            List.of("organization", "service-control-policies", "resource-control-policies");

    private final Moto moto;
    private final Boto boto;
    private String root = "";
    private String unit = "";
    private String member = "";
    private final Moto.AccessKey key;

    OrganizationMotoTest(Moto moto) {
        this.moto = moto;
        moto.reset();
        this.boto = Boto.of(moto, "us-east-1");
        this.key = moto.administrator("curfew");
    }

    /// The root with a unit in it with a unit in it, an account in each, and a policy of either type on the way down.
    @BeforeAll
    void found() {
        call("create_organization", Map.of("FeatureSet", "ALL"));
        root = call("list_roots", Map.of()).at("/Roots/0/Id").asText();
        unit = unit(root, "shops");
        member = account("shop", unit);
        account("till", unit(unit, "tills"));
        for (String type : List.of("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")) {
            call("enable_policy_type", Map.of("RootId", root, "PolicyType", type));
        }
        attach("no-buckets", "SERVICE_CONTROL_POLICY", NO_BUCKETS, unit);
        attach("only-ours", "RESOURCE_CONTROL_POLICY", ONLY_OURS, member);
    }

    @AfterAll
    void leave() {
        boto.close();
        moto.reset();
    }

    @Test
    void seesTheAccountsAndPoliciesThatAwssOwnClientLists() throws Exception {
        Observation observation = observe(key);

        assertThat(facts(observation, Resource.class)
                        .filter(resource -> resource.kind().equals("aws.account"))
                        .map(resource -> resource.id().nativeId().replaceAll("\\D+", "")))
                .containsExactlyInAnyOrderElementsOf(boto.list(SERVICE, "list_accounts", Map.of(), "Accounts", "Id"));
        for (ControlType type : ControlType.values()) {
            assertThat(facts(observation, Policy.class)
                            .filter(policy -> policy.kind().equals(type.kind()))
                            .map(policy -> policy.id().nativeId()))
                    .containsExactlyInAnyOrderElementsOf(
                            boto.list(SERVICE, "list_policies", Map.of("Filter", type.name()), "Policies", "Arn"));
        }
        assertThat(observation.coverage())
                .filteredOn(coverage -> SCOPES.contains(coverage.scope()))
                .hasSize(3)
                .allSatisfy(coverage -> assertThat(coverage.state()).isEqualTo(CoverageState.READ));
    }

    /// As the calls that name an account's parent have it, which are others than those under test.
    @Test
    void seesWhereEachAccountIsInTheOrganization() throws Exception {
        String organization =
                call("describe_organization", Map.of()).at("/Organization/Id").asText();
        Map<String, String> expected = new HashMap<>();
        for (String account : boto.list(SERVICE, "list_accounts", Map.of(), "Accounts", "Id")) {
            String path = "";
            for (String at = parent(account); !at.isEmpty(); at = at.equals(root) ? "" : parent(at)) {
                path = at + "/" + path;
            }
            expected.put("arn:aws:iam::" + account + ":root", organization + "/" + path);
        }

        Map<String, String> seen = new HashMap<>();
        facts(observe(key), Resource.class)
                .filter(resource -> resource.kind().equals("aws.account"))
                .peek(resource -> assertThat(resource.tags()).containsEntry("curfew:organization", organization))
                .forEach(resource -> seen.put(
                        resource.id().nativeId(), resource.tags().getOrDefault("curfew:organization-path", "")));

        assertThat(seen).isEqualTo(expected).hasSize(3);
    }

    private String parent(String child) {
        return boto.list(SERVICE, "list_parents", Map.of("ChildId", child), "Parents", "Id")
                .getFirst();
    }

    /// As `list_policies_for_target` has it, which is another call than those under test.
    @Test
    void seesWhatBindsAMemberAtEachLevelAndNothingThatBindsTheManagementAccount() throws Exception {
        Observation observation = observe(key);

        for (ControlType type : ControlType.values()) {
            List<String> expected = new ArrayList<>();
            String level = "";
            for (String target : List.of(root, unit, member)) {
                level = level.isEmpty() ? target : level + "/" + target;
                Map<String, String> question = Map.of("TargetId", target, "Filter", type.name());
                for (String arn : boto.list(SERVICE, "list_policies_for_target", question, "Policies", "Arn")) {
                    expected.add(level + " " + arn);
                }
            }
            assertThat(bindings(observation, type.role(), member))
                    .containsExactlyInAnyOrderElementsOf(expected)
                    .hasSizeGreaterThan(3);
            assertThat(bindings(observation, type.role(), Moto.ACCOUNT)).isEmpty();
        }
    }

    @Test
    void eachRightLessLeavesTheRestKnownAndSaysWhatIsNot() throws Exception {
        String policy = policy();
        moto.iam("CreateUser", Map.of("UserName", "least")).ok();
        Moto.AccessKey least = moto.accessKey("least");
        for (String right : policy.lines()
                .filter(line -> line.contains("\"organizations:"))
                .map(String::strip)
                .toList()) {
            moto.iam(
                            "PutUserPolicy",
                            Map.of(
                                    "UserName",
                                    "least",
                                    "PolicyName",
                                    "p",
                                    "PolicyDocument",
                                    policy.replace(right, right.replace(":", ":No"))))
                    .ok();
            try (Moto.Enforcement _ = moto.enforceAuthentication()) {
                List<Coverage> coverage = observe(least).coverage();

                assertThat(coverage)
                        .as("without " + right)
                        .filteredOn(each -> !SCOPES.contains(each.scope()))
                        .extracting(Coverage::state)
                        .containsOnly(CoverageState.READ);
                assertThat(coverage)
                        .as("without " + right)
                        .filteredOn(each -> each.state() == CoverageState.REFUSED)
                        .isNotEmpty()
                        .allSatisfy(each -> assertThat(each.detail()).contains("AccessDenied"));
            }
        }
    }

    @Test
    void readsAMemberByTheRoleThatItIsGivenThere() throws Exception {
        String role = "arn:aws:iam::" + member + ":role/curfew-reads";
        try (Boto there = boto.become(moto, role)) {
            there.call("iam", "create_user", Map.of("UserName", "till-printer"));
        }
        try (ConnectedAccount connected = new ConnectedAccount(
                moto.endpoint(), HttpSettings.DEFAULTS, Map.of("region", "eu-west-1", "read-role", role))) {
            Observation observation = connected.reading(text(key)).observe();

            assertThat(observation.facts().stream().map(Fact::key))
                    .contains("arn:aws:iam::" + member + ":user/till-printer", "arn:aws:iam::" + member + ":root")
                    .doesNotContain("arn:aws:iam::" + Moto.ACCOUNT + ":user/curfew");
        }
    }

    private static List<String> bindings(Observation observation, GrantRole role, String account) {
        return facts(observation, Grant.class)
                .filter(grant ->
                        grant.role() == role && grant.subject().nativeId().equals("arn:aws:iam::" + account + ":root"))
                .map(grant -> grant.scope() + " " + grant.policy().nativeId())
                .toList();
    }

    private JsonNode call(String method, Map<String, ?> arguments) {
        return boto.call(SERVICE, method, arguments);
    }

    private String unit(String parent, String name) {
        return call("create_organizational_unit", Map.of("ParentId", parent, "Name", name))
                .at("/OrganizationalUnit/Id")
                .asText();
    }

    private String account(String name, String parent) {
        String id = call("create_account", Map.of("AccountName", name, "Email", name + "@example.com"))
                .at("/CreateAccountStatus/AccountId")
                .asText();
        call("move_account", Map.of("AccountId", id, "SourceParentId", root, "DestinationParentId", parent));
        return id;
    }

    private void attach(String name, String type, String text, String target) {
        String id = call("create_policy", Map.of("Name", name, "Description", name, "Type", type, "Content", text))
                .at("/Policy/PolicySummary/Id")
                .asText();
        call("attach_policy", Map.of("PolicyId", id, "TargetId", target));
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
