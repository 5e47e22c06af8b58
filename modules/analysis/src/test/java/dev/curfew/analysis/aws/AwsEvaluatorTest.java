package dev.curfew.analysis.aws;

import static dev.curfew.analysis.aws.AwsCase.ALLOW;
import static dev.curfew.analysis.aws.AwsCase.ALLOW_ALL;
import static dev.curfew.analysis.aws.AwsCase.BUILD;
import static dev.curfew.analysis.aws.AwsCase.DENY;
import static dev.curfew.analysis.aws.AwsCase.OTHER;
import static dev.curfew.analysis.aws.AwsCase.ROLE;
import static dev.curfew.analysis.aws.AwsCase.USER;
import static dev.curfew.analysis.aws.AwsCase.request;
import static dev.curfew.model.evaluation.PolicyLayer.BOUNDARY;
import static dev.curfew.model.evaluation.PolicyLayer.IDENTITY;
import static dev.curfew.model.evaluation.PolicyLayer.RCP;
import static dev.curfew.model.evaluation.PolicyLayer.RESOURCE;
import static dev.curfew.model.evaluation.PolicyLayer.SCP;
import static dev.curfew.model.evaluation.PolicyLayer.SESSION;
import static dev.curfew.model.evaluation.PolicyLayer.VPC_ENDPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The layers of
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>.
class AwsEvaluatorTest {
    private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/k";

    @Test
    void nothingAllowsUnlessSomethingDoes() {
        assertThat(request().decide()).isEqualTo(blocked(IDENTITY));
        assertThat(request().identity(ALLOW).decide())
                .isEqualTo(new Evaluation.Allowed(List.of(new DecidingStatement("identity", 0, ""))));
    }

    @Test
    void anExplicitDenyAnywhereWins() {
        for (AwsCase each : List.of(
                request().identity(ALLOW, DENY),
                request().identity(ALLOW).boundary(ALLOW_ALL, DENY),
                request().identity(ALLOW).session(ALLOW_ALL, DENY),
                request().identity(ALLOW).level(ALLOW_ALL, DENY),
                request().identity(ALLOW).resourceLevel(forAll("Deny", "*")),
                request().identity(ALLOW).endpoint(forAll("Allow", "*"), forAll("Deny", "*")),
                request().identity(ALLOW).resource(forAll("Deny", "{'AWS':'111122223333'}")))) {
            assertThat(each.decide()).isInstanceOf(Evaluation.ExplicitlyDenied.class);
        }
        assertThat(request().identity(ALLOW, DENY).decide())
                .isEqualTo(new Evaluation.ExplicitlyDenied(
                        List.of(new DecidingStatement("identity", 1, "")), Set.of(IDENTITY)));
    }

    @Test
    void everyLevelOfTheOrganizationHasToAllow() {
        assertThat(request().identity(ALLOW).level(ALLOW_ALL).level(ALLOW).isAllowed())
                .isTrue();
        assertThat(request().identity(ALLOW).level(ALLOW_ALL).level().decide()).isEqualTo(blocked(SCP));
        assertThat(request()
                        .identity(ALLOW)
                        .level(ALLOW_ALL)
                        .level(action("ec2:*"))
                        .decide())
                .isEqualTo(blocked(SCP));
    }

    @Test
    void serviceLinkedRolesAndServicesAreBoundByNoServiceControlPolicy() {
        String linked = "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";
        assertThat(request().by(linked).identity(ALLOW).level().isAllowed()).isTrue();
        assertThat(request()
                        .by(new Principal.Service("logging.s3.amazonaws.com"))
                        .resource(forAll("Allow", "{'Service':'logging.s3.amazonaws.com'}"))
                        .level()
                        .isAllowed())
                .isTrue();
    }

    @Test
    void aResourceControlPolicyGuardsSupportedServicesOnly() {
        assertThat(request().identity(ALLOW).resourceLevel(forAll("Deny", "*")).decide())
                .isEqualTo(new Evaluation.ExplicitlyDenied(List.of(new DecidingStatement("rcp", 0, "")), Set.of(RCP)));
        assertThat(request()
                        .does("ec2:RunInstances")
                        .identity(ALLOW_ALL)
                        .resourceLevel(forAll("Deny", "*"))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void boundaryAndSessionPolicyLimitWhatTheIdentityPolicyAllows() {
        assertThat(request().identity(ALLOW).boundary(action("ec2:*")).decide()).isEqualTo(blocked(BOUNDARY));
        assertThat(request().identity(ALLOW).session(action("ec2:*")).decide()).isEqualTo(blocked(SESSION));
        assertThat(request().boundary(ALLOW_ALL).session(ALLOW_ALL).decide()).isEqualTo(blocked(IDENTITY));
        assertThat(request().identity(ALLOW).boundary(ALLOW).session(ALLOW).isAllowed())
                .isTrue();
    }

    @Test
    void aResourcePolicyInTheSameAccountIsEnough() {
        assertThat(request().resource(forAll("Allow", "{'AWS':'" + ROLE + "'}")).decide())
                .isEqualTo(new Evaluation.Allowed(List.of(new DecidingStatement("resource", 0, ""))));
    }

    @Test
    void aResourcePolicyThatNamesTheAccountOnlyDelegates() {
        String account = forAll("Allow", "{'AWS':'arn:aws:iam::111122223333:root'}");
        assertThat(request().resource(account).decide()).isEqualTo(blocked(IDENTITY));
        assertThat(request().resource(account).identity(ALLOW).isAllowed()).isTrue();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>
    @Test
    void whatABoundaryLeavesOutStaysOutOnlyWhereTheResourceNamesTheRole() {
        String nothing = action("ec2:*");
        assertThat(request()
                        .resource(forAll("Allow", "{'AWS':'" + ROLE + "'}"))
                        .boundary(nothing)
                        .decide())
                .isEqualTo(blocked(BOUNDARY));
        assertThat(request()
                        .by(BUILD)
                        .resource(forAll("Allow", "{'AWS':'" + ROLE + "'}"))
                        .boundary(nothing)
                        .decide())
                .isEqualTo(blocked(BOUNDARY));
        assertThat(request()
                        .by(BUILD)
                        .resource(forAll("Allow", "{'AWS':'" + BUILD + "'}"))
                        .boundary(nothing)
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .by(USER)
                        .resource(forAll("Allow", "{'AWS':'" + USER + "'}"))
                        .boundary(nothing)
                        .isAllowed())
                .isTrue();
        assertThat(request().resource(forAll("Allow", "'*'")).boundary(nothing).isAllowed())
                .isTrue();
        assertThat(request()
                        .resource(forAll("Allow", "'*'"))
                        .boundary(nothing, DENY)
                        .isAllowed())
                .isFalse();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session>
    @Test
    void whatASessionPolicyLeavesOutStaysOutUnlessTheResourceNamesTheSession() {
        String nothing = action("ec2:*");
        assertThat(request()
                        .by(BUILD)
                        .resource(forAll("Allow", "{'AWS':'" + BUILD + "'}"))
                        .session(nothing)
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .by(BUILD)
                        .resource(forAll("Allow", "{'AWS':'" + ROLE + "'}"))
                        .session(nothing)
                        .decide())
                .isEqualTo(blocked(SESSION));
        assertThat(request()
                        .by(BUILD)
                        .resource(forAll("Allow", "*"))
                        .session(nothing)
                        .decide())
                .isEqualTo(blocked(SESSION));
    }

    /// Boundaries and session policies "do not limit permissions granted using the aws:PrincipalArn condition key with
    /// a wildcard in the Principal element":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles>.
    @Test
    void everyoneWhoIsNamedByAConditionOnTheirArnIsGrantedDirectly() {
        String byArn = forAll("Allow", "*")
                .replace(
                        "'Resource':'*'",
                        "'Resource':'*','Condition':{'ArnEquals':{'aws:PrincipalArn':'" + ROLE + "'}}");
        assertThat(request()
                        .by(BUILD)
                        .with("aws:PrincipalArn", ROLE)
                        .resource(byArn)
                        .session(action("ec2:*"))
                        .boundary(action("ec2:*"))
                        .isAllowed())
                .isTrue();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
    @Test
    void aFederatedUserHasWhatTheUserWhoFederatedHasWithinTheSessionsPolicy() {
        String session = "arn:aws:sts::111122223333:federated-user/ann";
        String toUser = forAll("Allow", "{'AWS':'" + USER + "'}");
        assertThat(request().by(session).resource(toUser).session(ALLOW_ALL).isAllowed())
                .isTrue();
        assertThat(request().by(session).identity(ALLOW).session(ALLOW_ALL).isAllowed())
                .isTrue();
        assertThat(request()
                        .by(session)
                        .resource(toUser)
                        .session(action("ec2:*"))
                        .decide())
                .isEqualTo(blocked(SESSION));
    }

    /// "If you do not pass a policy, then the resulting federated user session has no permissions. The only exception
    /// is when the credentials are used to access a resource that has a resource-based policy that specifically
    /// references the federated user session in the Principal element of the policy":
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html>.
    @Test
    void aFederatedUserWithoutASessionPolicyHasOnlyWhatNamesTheSession() {
        String session = "arn:aws:sts::111122223333:federated-user/ann";
        assertThat(request().by(session).identity(ALLOW).decide()).isEqualTo(blocked(SESSION));
        assertThat(request()
                        .by(session)
                        .resource(forAll("Allow", "{'AWS':'" + USER + "'}"))
                        .decide())
                .isEqualTo(blocked(SESSION));
        assertThat(request().by(session).resource(forAll("Allow", "*")).decide())
                .isEqualTo(blocked(SESSION));
        assertThat(request()
                        .by(session)
                        .resource(forAll("Allow", "{'AWS':'" + session + "'}"))
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .by(session)
                        .resource(forAll("Allow", "{'AWS':'" + session + "'}"))
                        .session(action("ec2:*"))
                        .isAllowed())
                .isTrue();
    }

    /// "All requests are implicitly denied with the exception of the AWS account root user, which has full access":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>.
    @Test
    void aRootUserHasWhatTheAccountHasWithinControlPolicies() {
        String root = "arn:aws:iam::111122223333:root";
        assertThat(request().by(root).decide()).isEqualTo(new Evaluation.Allowed(List.of()));
        assertThat(request().by(root).level(action("ec2:*")).decide()).isEqualTo(blocked(SCP));
        assertThat(request().by(root).resource(forAll("Deny", "*")).decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
        assertThat(request().by(root).ownedBy(OTHER).decide()).isEqualTo(blocked(RESOURCE));
        assertThat(request().by(root).does("kms:Decrypt").on(KEY).decide()).isEqualTo(blocked(RESOURCE));
        assertThat(assuming("arn:aws:iam::111122223333:role/admin")
                        .by(root)
                        .resource(forAll("Allow", "{'AWS':'111122223333'}"))
                        .decide())
                .isEqualTo(blocked(RESOURCE));
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>
    @Test
    void aDenyForAllButSomeDeniesEveryoneWithABoundary() {
        String others = "{'Effect':'Deny','NotPrincipal':{'AWS':'" + ROLE + "'},'Action':'*','Resource':'*'}";
        assertThat(request().identity(ALLOW).resource(others).isAllowed()).isTrue();
        assertThat(request()
                        .identity(ALLOW)
                        .resource(others)
                        .boundary(ALLOW_ALL)
                        .decide())
                .isEqualTo(new Evaluation.ExplicitlyDenied(
                        List.of(new DecidingStatement("resource", 0, "")), Set.of(RESOURCE)));
    }

    @Test
    void acrossAccountsBothSidesHaveToAllow() {
        String role = forAll("Allow", "{'AWS':'" + ROLE + "'}");
        String account = forAll("Allow", "{'AWS':'111122223333'}");
        assertThat(request().ownedBy(OTHER).identity(ALLOW).decide()).isEqualTo(blocked(RESOURCE));
        assertThat(request().ownedBy(OTHER).resource(role).decide()).isEqualTo(blocked(IDENTITY));
        assertThat(request().ownedBy(OTHER).resource(role).identity(ALLOW).isAllowed())
                .isTrue();
        assertThat(request().ownedBy(OTHER).resource(account).identity(ALLOW).isAllowed())
                .isTrue();
        assertThat(request()
                        .ownedBy(OTHER)
                        .resource(role)
                        .identity(ALLOW)
                        .boundary(action("ec2:*"))
                        .decide())
                .isEqualTo(blocked(BOUNDARY));
    }

    @Test
    void aSessionIsMatchedByItsRoleWhateverTheRolesPath() {
        assertThat(request()
                        .by(BUILD)
                        .resource(forAll("Allow", "{'AWS':'arn:aws:iam::111122223333:role/team/ci'}"))
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .by(BUILD)
                        .resource(forAll("Allow", "{'AWS':'arn:aws:iam::111122223333:role/cx'}"))
                        .isAllowed())
                .isFalse();
    }

    @Test
    void strangersNeedAResourcePolicyForEveryone() {
        Principal stranger = new Principal.Anonymous();
        assertThat(request().by(stranger).identity(ALLOW).decide()).isEqualTo(blocked(RESOURCE));
        assertThat(request()
                        .by(stranger)
                        .resource(forAll("Allow", "{'AWS':'111122223333'}"))
                        .decide())
                .isEqualTo(blocked(RESOURCE));
        assertThat(request()
                        .by(stranger)
                        .resource(forAll("Allow", "{'AWS':'*'}"))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void aResourcePolicyWithoutPrincipalSpeaksToNobody() {
        assertThat(request().resource(ALLOW).decide()).isEqualTo(blocked(IDENTITY));
    }

    @Test
    void notPrincipalExceptsTheNamedButNotAWholeAccountByItsName() {
        String deny = "{'Effect':'Deny','NotPrincipal':{'AWS':%s},'Action':'*','Resource':'*'}";
        assertThat(request()
                        .identity(ALLOW)
                        .resource(deny.formatted("'" + ROLE + "'"))
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .by(BUILD)
                        .identity(ALLOW)
                        .resource(deny.formatted("'" + ROLE + "'"))
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .identity(ALLOW)
                        .resource(deny.formatted("['" + USER + "','arn:aws:iam::111122223333:root']"))
                        .decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
    }

    @Test
    void notActionAndNotResourceAllowTheRest() {
        assertThat(request()
                        .identity("{'Effect':'Allow','NotAction':'iam:*','Resource':'*'}")
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .identity("{'Effect':'Allow','NotAction':'S3:get*','Resource':'*'}")
                        .isAllowed())
                .isFalse();
        assertThat(request()
                        .identity("{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::logs/*'}")
                        .isAllowed())
                .isFalse();
        assertThat(request()
                        .identity("{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::other/*'}")
                        .isAllowed())
                .isTrue();
    }

    @Test
    void actionsIgnoreCaseAndResourcesDoNot() {
        assertThat(request().does("S3:GETOBJECT").identity(ALLOW).isAllowed()).isTrue();
        assertThat(request().on("arn:aws:s3:::LOGS/a").identity(ALLOW).isAllowed())
                .isFalse();
    }

    @Test
    void wildcardsAreAnyTextAndAnyOneCharacter() {
        String statement = "{'Effect':'Allow','Action':'s3:?et*ject','Resource':'arn:aws:s3:::l?gs/*a*'}";
        assertThat(request().identity(statement).isAllowed()).isTrue();
        assertThat(request().does("s3:GetObjectAcl").identity(statement).isAllowed())
                .isFalse();
        assertThat(request().on("arn:aws:s3:::lgs/a").identity(statement).isAllowed())
                .isFalse();
    }

    /// <https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html>
    @Test
    void aKeysPolicyDecidesAlone() {
        String decrypt = "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*'}";
        String root = forAll("Allow", "{'AWS':'arn:aws:iam::111122223333:root'}");
        assertThat(request().does("kms:Decrypt").on(KEY).identity(decrypt).decide())
                .isEqualTo(blocked(RESOURCE));
        assertThat(request()
                        .does("kms:Decrypt")
                        .on(KEY)
                        .identity(decrypt)
                        .resource(root)
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .does("kms:Decrypt")
                        .on(KEY)
                        .resource(forAll("Allow", "{'AWS':'" + ROLE + "'}"))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void aTrustPolicyThatNamesTheRoleIsEnoughAndOneThatNamesTheAccountNeedsAnIdentityPolicy() {
        String target = "arn:aws:iam::111122223333:role/admin";
        String assume = "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}";
        String named = "{'Effect':'Allow','Principal':{'AWS':'" + ROLE + "'},'Action':'sts:AssumeRole'}";
        String account = "{'Effect':'Allow','Principal':{'AWS':'111122223333'},'Action':'sts:AssumeRole'}";
        assertThat(assuming(target).resource(named).isAllowed()).isTrue();
        assertThat(assuming(target).resource(account).decide()).isEqualTo(blocked(IDENTITY));
        assertThat(assuming(target).resource(account).identity(assume).isAllowed())
                .isTrue();
        assertThat(assuming(target).identity(assume).decide()).isEqualTo(blocked(RESOURCE));
    }

    @Test
    void anEndpointsPolicyHasToAllowToo() {
        assertThat(request()
                        .identity(ALLOW)
                        .endpoint(forAll("Allow", "*").replace("'*','Res", "'ec2:*','Res"))
                        .decide())
                .isEqualTo(blocked(VPC_ENDPOINT));
        assertThat(request().identity(ALLOW).endpoint(forAll("Allow", "*")).isAllowed())
                .isTrue();
    }

    @Test
    void anActionWithoutResourceTypesIsAllowedOnEverythingOnly() {
        assertThat(request()
                        .does("s3:ListAllMyBuckets")
                        .on("*")
                        .identity(ALLOW_ALL)
                        .isAllowed())
                .isTrue();
        assertThat(request()
                        .does("s3:ListAllMyBuckets")
                        .on("*")
                        .identity("{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::logs'}")
                        .isAllowed())
                .isFalse();
    }

    /// An id that only S3 can tell whose it is: not this principal's as far as the request says.
    @Test
    void aCanonicalIdNamesThePrincipalOnlyWhereTheRequestIsNotWhole() {
        AwsCase request =
                request().ownedBy(OTHER).identity(ALLOW).resource(forAll("Allow", "{'CanonicalUser':'79a5'}"));

        assertThat(request.decide()).isEqualTo(blocked(RESOURCE));
        assertThat(request.partly().decide()).isEqualTo(new Evaluation.Unknown(List.of("principal CanonicalUser")));
    }

    private static AwsCase assuming(String role) {
        return request().does("sts:AssumeRole").on(role);
    }

    private static String action(String action) {
        return "{'Effect':'Allow','Action':'" + action + "','Resource':'*'}";
    }

    private static String forAll(String effect, String principal) {
        String quoted = principal.equals("*") ? "'*'" : principal;
        return "{'Effect':'" + effect + "','Principal':" + quoted + ",'Action':'*','Resource':'*'}";
    }

    private static Evaluation blocked(PolicyLayer... layers) {
        return new Evaluation.ImplicitlyDenied(Set.of(layers));
    }
}
