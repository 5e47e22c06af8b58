package dev.curfew.analysis.reach.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Paths;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.analysis.reach.aws.federation.AssignedRoles;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whom people become through IAM Identity Center. The management account's connection reads the directory, another
/// one the account where the role is.
class AssignedRolesTest {
    private static final String ACCOUNT = "444455556666";
    private static final String PROVIDER = "arn:aws:iam::444455556666:saml-provider/AWSSSO_0123_DO_NOT_DELETE";
    private static final String DIRECTORY = "arn:aws:identitystore:::";

    private static final AwsPolicies NOTHING =
            new AwsPolicies(List.of(), List.of(), null, null, List.of(), List.of(), List.of());

    private final Estate org = Estate.of("org");
    private final Estate shop = org.and("shop");
    private final IdentityId ada = org.identity("identity-center.user", DIRECTORY + "user/ada");
    private final IdentityId admins = org.identity("identity-center.group", DIRECTORY + "group/admins");
    private final PolicyId set =
            org.policy("identity-center.permission-set", "arn:aws:sso:::permissionSet/i/Admin", "{}");

    @Test
    void aMemberOfAnAssignedGroupAdministersTheAccount() {
        IdentityId role = role("eu-west-1/AWSReservedSSO_Admin_0123456789abcdef");
        org.member(ada, admins).grant(admins, set, GrantRole.IDENTITY, ACCOUNT);

        assertThat(Paths.to(reach(ada), role))
                .isEqualTo("CERTAIN: MEMBER_OF " + admins.nativeId() + " > HOLDS " + set.nativeId() + " > FEDERATES "
                        + role.nativeId());
        assertThat(Paths.to(reach(ada), ResourceId.of("shop", "arn:aws:iam::444455556666:root")))
                .startsWith("CERTAIN")
                .endsWith("ADMINISTERS arn:aws:iam::444455556666:root");
        assertThat(reach(ada).administrator()).isTrue();
    }

    @Test
    void anAssignmentIsForItsAccountAndItsPermissionSetAlone() {
        bare("AWSReservedSSO_AdminReadOnly_0123456789abcdef");
        bare("AWSReservedSSO_Admin_x_0123456789abcdef");
        IdentityId role = bare("AWSReservedSSO_Admin_0123456789abcdef");
        org.grant(ada, set, GrantRole.IDENTITY, ACCOUNT).grant(admins, set, GrantRole.IDENTITY, "777788889999");

        assertThat(targets(ada)).containsExactly(role);
        assertThat(targets(admins)).containsExactly(set);
    }

    @Test
    void whereTheRoleWasNotReadWhatComesOfItIsUnknown() {
        org.grant(ada, set, GrantRole.IDENTITY, ACCOUNT);

        assertThat(Paths.to(reach(ada), set)).isEqualTo("UNKNOWN: HOLDS " + set.nativeId());
        assertThat(reach(ada).reached().getFirst().path().getLast().decision().toString())
                .contains("no role of the permission set Admin was read in the account 444455556666");
    }

    @Test
    void whereThePermissionSetWasNotDescribedWhatComesOfItIsUnknown() {
        role("AWSReservedSSO_Admin_0123456789abcdef");
        PolicyId refused = PolicyId.of("org", "arn:aws:sso:::permissionSet/i/Refused");
        org.member(ada, admins).grant(admins, refused, GrantRole.IDENTITY, ACCOUNT);
        BlastRadius radius = new BlastRadius(org.index());

        assertThat(Paths.to(reach(ada), refused))
                .isEqualTo("UNKNOWN: MEMBER_OF " + admins.nativeId() + " > HOLDS " + refused.nativeId());
        assertThat(reach(ada).reached().getFirst().path().getLast().decision().toString())
                .contains("i/Refused was not described, so its role in the account 444455556666 is not known");
        assertThat(radius.towards(Set.of(refused)).isPossible(ada)).isTrue();
        assertThat(radius.towards(Set.of(refused)).of(ada)).hasSize(1);
    }

    @Test
    void whoMayNotSignInDoesIfTheAccountIsEnabledAgain() {
        IdentityId bo = org.identity(
                "identity-center.user",
                DIRECTORY + "user/bo",
                new Ownership.Owned("bo", "test"),
                Estate.NOT_OBSERVED,
                Map.of("enabled", "false"));
        IdentityId role = role("AWSReservedSSO_Admin_0123456789abcdef");
        org.grant(bo, set, GrantRole.IDENTITY, ACCOUNT);

        assertThat(Paths.to(reach(bo), role)).startsWith("CONDITIONAL");
    }

    /// As a resource control policy, or another provider, would.
    @Test
    void aRoleThatDoesNotLetItsPeopleInIsNotBecome() {
        String name =
                "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef";
        IdentityId role = shop.identity("aws.role", name);
        shop.trust(
                role,
                "{'Effect':'Allow','Principal':{'Federated':'arn:aws:iam::444455556666:saml-provider/adfs'},'Action':'sts:AssumeRoleWithSAML'}");
        org.grant(ada, set, GrantRole.IDENTITY, ACCOUNT);

        assertThat(targets(ada)).isEmpty();
    }

    @Test
    void aRoleWhoseTrustWasNotReadMayLetThemIn() {
        IdentityId role = shop.identity(
                "aws.role",
                "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef");
        org.grant(ada, set, GrantRole.IDENTITY, ACCOUNT);

        assertThat(Paths.to(reach(ada), role)).startsWith("UNKNOWN");
    }

    @Test
    void aRoleIsAskedOnceHoweverManyAreAssignedIt() {
        IdentityId role = bare("AWSReservedSSO_Admin_0123456789abcdef");
        org.member(ada, admins)
                .grant(ada, set, GrantRole.IDENTITY, ACCOUNT)
                .grant(admins, set, GrantRole.IDENTITY, ACCOUNT);
        List<IdentityId> asked = new ArrayList<>();
        AssignedRoles assigned = new AssignedRoles(org.index(), id -> {
            asked.add(id);
            return NOTHING;
        });

        for (IdentityId from : List.of(ada, admins)) {
            assigned.from(from, _ -> false, _ -> {});
        }

        assertThat(asked).containsExactly(role);
    }

    @Test
    void whoCanBecomeARoleIsFoundFromTheRole() {
        IdentityId role = role("AWSReservedSSO_Admin_0123456789abcdef");
        org.member(ada, admins).grant(admins, set, GrantRole.IDENTITY, ACCOUNT);
        BlastRadius radius = new BlastRadius(org.index());

        assertThat(radius.towards(Set.of(role)).isPossible(ada)).isTrue();
        assertThat(radius.towards(Set.of(role)).of(ada)).hasSize(1);
    }

    private IdentityId role(String name) {
        IdentityId role = bare(name);
        shop.grant(role, shop.aws(role.nativeId() + "#inline/all", "{'Effect':'Allow','Action':'*','Resource':'*'}"));
        return role;
    }

    private IdentityId bare(String name) {
        IdentityId role =
                shop.identity("aws.role", "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/" + name);
        shop.trust(
                role,
                "{'Effect':'Allow','Principal':{'Federated':'" + PROVIDER
                        + "'},'Action':['sts:AssumeRoleWithSAML','sts:TagSession'],"
                        + "'Condition':{'StringEquals':{'SAML:aud':'https://signin.aws.amazon.com/saml'}}}");
        return role;
    }

    private Reach reach(IdentityId from) {
        return new BlastRadius(org.index()).of(from);
    }

    private Set<EntityId> targets(IdentityId from) {
        return reach(from).reached().stream().map(Reached::target).collect(Collectors.toSet());
    }
}
