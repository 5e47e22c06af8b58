package dev.curfew.connector.aws.center;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the vendor's own description, which comes with moto.
@WithMoto
class IdentityCenterTest {
    private final MockWebServer server = new MockWebServer();
    private final FactSet facts = new FactSet();
    private DescribedCenter center;

    @BeforeEach
    void start() throws IOException {
        center = new DescribedCenter();
        server.setDispatcher(center);
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        assertThat(center.problems).isEmpty();
    }

    @Test
    void readsAllThatAPermissionSetHasAndThosePagesThatFollow() throws Exception {
        assertThat(read()).extracting(Coverage::state).containsOnly(CoverageState.READ);

        assertThat(facts.all(Policy.class))
                .singleElement()
                .satisfies(set -> assertThat(set.text()).isEqualTo("""
            {"customerManagedPolicies":["/own"],"inlinePolicy":"{}","managedPolicies":["arn:aws:iam::aws:policy/A","arn:aws:iam::aws:policy/B"],"name":"Deploy","permissionsBoundary":"/all/limit","sessionDuration":"PT8H","tags":{"team":"build"}}\
            """));
        assertThat(facts.inOrder().stream().map(Fact::key))
                .containsExactlyInAnyOrder(
                        "arn:aws:identitystore:::user/" + DescribedCenter.USER,
                        "arn:aws:identitystore:::group/" + DescribedCenter.GROUP,
                        "prod:arn:aws:identitystore:::user/" + DescribedCenter.USER
                                + " | arn:aws:identitystore:::group/" + DescribedCenter.GROUP,
                        DescribedCenter.SET,
                        "prod:arn:aws:identitystore:::group/" + DescribedCenter.GROUP + " | " + DescribedCenter.SET
                                + " | IDENTITY | 111122223333");
        assertThat(facts.inOrder().toString()).doesNotContain("canary");
    }

    @Test
    void knowsWhoMayNotSignIn() throws Exception {
        read();

        assertThat(facts.all(Identity.class).getFirst()).satisfies(ada -> {
            assertThat(ada.tags()).isEqualTo(Map.of("enabled", "false"));
            assertThat(ada.createdAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        });
    }

    @Test
    void thatAPermissionSetHasNoBoundaryIsAnAnswer() throws Exception {
        center.errors.put("GetPermissionsBoundaryForPermissionSet", "ResourceNotFoundException");
        center.tell("GetInlinePolicyForPermissionSet", "{}");

        assertThat(read()).extracting(Coverage::state).containsOnly(CoverageState.READ);
        assertThat(facts.all(Policy.class).getFirst().text())
                .doesNotContain("unread", "permissionsBoundary", "inlinePolicy");
    }

    @ParameterizedTest
    @CsvSource({
        "ListInstances, REFUSED REFUSED REFUSED, 0",
        "ListPermissionSets, REFUSED REFUSED READ, 3",
        "DescribePermissionSet, PARTIAL READ READ, 4",
        "GetInlinePolicyForPermissionSet, PARTIAL READ READ, 5",
        "ListManagedPoliciesInPermissionSet, PARTIAL READ READ, 5",
        "ListCustomerManagedPolicyReferencesInPermissionSet, PARTIAL READ READ, 5",
        "GetPermissionsBoundaryForPermissionSet, PARTIAL READ READ, 5",
        "ListTagsForResource, PARTIAL READ READ, 5",
        "ListAccountsForProvisionedPermissionSet, READ REFUSED READ, 4",
        "ListAccountAssignments, READ PARTIAL READ, 4",
        "ListUsers, READ READ PARTIAL, 4",
        "ListGroups, READ READ PARTIAL, 3",
        "ListGroupMemberships, READ READ PARTIAL, 4",
    })
    void whatIsRefusedIsToldAndTheRestIsKnown(String action, String states, int known) throws Exception {
        center.errors.put(action, "AccessDeniedException");

        List<Coverage> coverage = read();

        assertThat(coverage.stream().map(each -> each.state().name()).toList()).isEqualTo(List.of(states.split(" ")));
        assertThat(coverage)
                .filteredOn(each -> !each.provesAbsence())
                .allSatisfy(each -> assertThat(each.detail()).contains("AccessDeniedException: not this"));
        assertThat(facts.inOrder()).hasSize(known);
    }

    @Test
    void whatCouldNotBeReadOfAPermissionSetIsNamed() throws Exception {
        center.errors.put("GetInlinePolicyForPermissionSet", "AccessDeniedException");

        read();

        assertThat(facts.all(Policy.class).getFirst().text()).contains("\"unread\":[\"inlinePolicy\"]");
    }

    @Test
    void anAnswerThatCannotBeReadIsAGap() throws Exception {
        center.tell("GetInlinePolicyForPermissionSet", "{'InlinePolicy':'no policy'}");

        assertThat(read().getFirst()).satisfies(coverage -> {
            assertThat(coverage.state()).isEqualTo(CoverageState.PARTIAL);
            assertThat(coverage.detail()).startsWith("GetInlinePolicyForPermissionSet: the answer could not be read");
        });
    }

    @Test
    void whereThereIsNoInstanceThatIsSaid() throws Exception {
        center.tell("ListInstances", "{'Instances':[]}");

        assertThat(read()).hasSize(3).allSatisfy(coverage -> {
            assertThat(coverage.state()).isEqualTo(CoverageState.READ);
            assertThat(coverage.detail()).isEqualTo("there is no instance of IAM Identity Center here");
        });
    }

    @Test
    void whereTheAccountHasItsRolesAndNoRegionHasAnInstanceWhoBecomesThemIsNotKnown() throws Exception {
        center.tell("ListInstances", "{'Instances':[]}");
        itsRole();

        assertThat(read()).hasSize(3).allSatisfy(coverage -> {
            assertThat(coverage.state()).isEqualTo(CoverageState.SKIPPED);
            assertThat(coverage.detail()).contains("roles of it (1)", "--regions");
        });
    }

    @Test
    void whereARegionIsNotToldNothingIsSaidOfAllRegions() throws Exception {
        center.tell("ListInstances", "{'Instances':[]}");
        center.refusedRegion = "us-east-1";
        itsRole();

        List<Coverage> coverage = read("eu-west-1, us-east-1");

        assertThat(coverage.subList(0, 3)).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(CoverageState.READ);
            assertThat(each.detail()).isEqualTo("there is no instance of IAM Identity Center here");
        });
        assertThat(coverage.subList(3, 6)).extracting(Coverage::scope).allMatch(scope -> scope.endsWith("/us-east-1"));
        assertThat(coverage.subList(3, 6)).extracting(Coverage::state).containsOnly(CoverageState.REFUSED);
    }

    private void itsRole() {
        String role =
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Deploy_0123456789abcdef";
        facts.add(new Identity(
                IdentityId.of("prod", role),
                "aws.role",
                "AWSReservedSSO_Deploy_0123456789abcdef",
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(""),
                Map.of(),
                new Provenance("roles", "", "{}")));
    }

    private List<Coverage> read() throws InterruptedException {
        return read("eu-west-1");
    }

    private List<Coverage> read(String regions) throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(
                server.url("/").uri(), HttpSettings.DEFAULTS, Map.of("region", "eu-west-1", "regions", regions))) {
            return connected
                    .reading("AKIAIOSFODNN7EXAMPLE canarySECRETcanarySECRETcanarySECRET0000")
                    .read(IdentityCenter::new, facts);
        }
    }
}
