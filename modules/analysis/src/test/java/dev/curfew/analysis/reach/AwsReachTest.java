package dev.curfew.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsReachTest {
    private static final String IAM = "arn:aws:iam::111122223333:";
    private static final ResourceId ACCOUNT = ResourceId.of("aws", IAM + "root");
    private static final String EVERYTHING = "{'Sid':'All','Effect':'Allow','Action':'*','Resource':'*'}";
    private static final String READ =
            "{'Sid':'Read','Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/*'}";
    private static final String ASSUME = "{'Effect':'Allow','Action':'sts:AssumeRole','Resource':'*'}";

    private static final String KEY = "arn:aws:kms:eu-central-1:111122223333:key/k";
    private static final String DECRYPT =
            "{'Sid':'Decrypt','Effect':'Allow','Action':'kms:Decrypt','Resource':'" + KEY + "'}";

    private final Estate estate = Estate.of("aws");
    private final ResourceId bucket = estate.resource("aws.s3", "arn:aws:s3:::logs", Sensitivity.HIGH);

    @Test
    void aUserReadsWhatItsGroupsPolicyAllows() {
        IdentityId user = user("ann");
        IdentityId group = estate.identity("aws.group", IAM + "group/readers");
        estate.member(user, group).grant(group, estate.aws(IAM + "policy/read", READ));
        CredentialId key = estate.credential("aws.access-key", "AKIA1", user, new Expiry.Never());

        assertThat(Paths.to(reach(key), bucket))
                .isEqualTo(
                        "CERTAIN: LOGS_IN_AS %suser/ann > MEMBER_OF %sgroup/readers > HOLDS %spolicy/read > READS arn:aws:s3:::logs"
                                .formatted(IAM, IAM, IAM));
    }

    @Test
    void aRoleIsAssumedWhereTrustAndIdentityPolicyAllowIt() {
        IdentityId first = role("first");
        IdentityId second = role("second");
        estate.trust(second, trusts("{'AWS':'111122223333'}"));
        estate.grant(second, estate.aws(IAM + "policy/read", READ));

        assertThat(Paths.to(reach(first), second)).isEqualTo("none");
        estate.grant(first, estate.aws(IAM + "policy/assume", ASSUME));
        assertThat(Paths.to(reach(first), bucket))
                .isEqualTo("CERTAIN: ASSUMES %srole/second > HOLDS %spolicy/read > READS arn:aws:s3:::logs"
                        .formatted(IAM, IAM));
    }

    @Test
    void aTrustPolicyThatNamesTheRoleIsEnoughWithinTheAccount() {
        IdentityId first = role("first");
        IdentityId second = role("second");
        estate.trust(second, trusts("{'AWS':'" + first.nativeId() + "'}"));

        assertThat(Paths.to(reach(first), second)).isEqualTo("CERTAIN: ASSUMES " + IAM + "role/second");
    }

    @Test
    void acrossAccountsTheIdentityPolicyIsNeededToo() {
        IdentityId first = role("first");
        IdentityId other = estate.identity("aws.role", "arn:aws:iam::444455556666:role/other");
        estate.trust(other, trusts("{'AWS':'" + first.nativeId() + "'}"));

        assertThat(Paths.to(reach(first), other)).isEqualTo("none");
        estate.grant(first, estate.aws(IAM + "policy/assume", ASSUME));
        assertThat(Paths.to(reach(first), other)).isEqualTo("CERTAIN: ASSUMES arn:aws:iam::444455556666:role/other");
    }

    @Test
    void aConditionOnWhatASnapshotCannotKnowMakesItConditional() {
        IdentityId first = role("first");
        IdentityId second = role("second");
        estate.trust(
                second,
                "{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'sts:AssumeRole','Condition':{'Bool':{'aws:MultiFactorAuthPresent':'true'}}}"
                        .formatted(first.nativeId()));

        assertThat(Paths.to(reach(first), second)).isEqualTo("CONDITIONAL: ASSUMES " + IAM + "role/second");
    }

    @Test
    void aConditionOnTimeIsLookedAtAsOfTheSnapshot() {
        IdentityId role = role("temp");
        String until = READ.replace("}", ",'Condition':{'DateLessThan':{'aws:CurrentTime':'%s'}}}");
        estate.grant(role, estate.aws(IAM + "policy/open", until.formatted("2026-11-22T08:00:01Z")));
        IdentityId late = role("late");
        estate.grant(late, estate.aws(IAM + "policy/over", until.formatted("2026-11-22T07:59:59Z")));

        assertThat(Paths.to(reach(role), bucket)).startsWith("CERTAIN");
        assertThat(Paths.to(reach(late), bucket)).isEqualTo("none");
    }

    @Test
    void theSurePathIsToldEvenWhereADoubtfulOneIsShorter() {
        IdentityId first = role("first");
        IdentityId second = role("second");
        estate.trust(second, trusts("{'AWS':'" + first.nativeId() + "'}"));
        estate.grant(second, estate.aws(IAM + "policy/read", READ));
        estate.grant(
                first,
                estate.aws(
                        IAM + "policy/office",
                        READ.replace("}", ",'Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}}")));

        assertThat(Paths.to(reach(first), bucket))
                .isEqualTo("CERTAIN: ASSUMES %srole/second > HOLDS %spolicy/read > READS arn:aws:s3:::logs"
                        .formatted(IAM, IAM));
    }

    @Test
    void anAdministratorHasTheAccountAndAllInIt() {
        IdentityId admin = role("admin");
        estate.grant(admin, estate.aws(IAM + "policy/all", EVERYTHING));
        IdentityId other = role("other");

        Reach reach = reach(admin);

        assertThat(reach.administrator()).isTrue();
        assertThat(Paths.to(reach, ACCOUNT))
                .isEqualTo("CERTAIN: HOLDS %spolicy/all > ADMINISTERS %sroot".formatted(IAM, IAM));
        assertThat(Paths.to(reach, other)).endsWith("ADMINISTERS " + IAM + "role/other");
        assertThat(Paths.to(reach, bucket)).endsWith("ADMINISTERS arn:aws:s3:::logs");
    }

    @Test
    void whoeverGivesItselfAPolicyEscalatesUnlessABoundaryHoldsIt() {
        String attach = "{'Effect':'Allow','Action':'iam:AttachRolePolicy','Resource':'*'}";
        IdentityId free = role("free");
        IdentityId bound = role("bound");
        PolicyId policy = estate.aws(IAM + "policy/attach", attach);
        PolicyId limit = estate.aws(IAM + "policy/limit", attach, READ);
        estate.grant(free, policy).grant(bound, policy).grant(bound, limit, GrantRole.BOUNDARY, "");

        assertThat(Paths.to(reach(free), ACCOUNT))
                .isEqualTo("CERTAIN: HOLDS %spolicy/attach > ESCALATES %sroot".formatted(IAM, IAM));
        assertThat(reach(bound).administrator()).isFalse();
    }

    @Test
    void aPowerUserWithoutIamIsNoAdministrator() {
        IdentityId power = role("power");
        estate.grant(power, estate.aws(IAM + "policy/power", "{'Effect':'Allow','NotAction':'iam:*','Resource':'*'}"));

        assertThat(reach(power).administrator()).isFalse();
    }

    @Test
    void aRoleIsHandedToAServiceThatItTrustsByWhoeverCanStartIt() {
        IdentityId ci = role("ci");
        IdentityId admin = role("admin");
        estate.trust(
                admin, "{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'}");
        estate.grant(admin, estate.aws(IAM + "policy/all", EVERYTHING));
        estate.grant(
                ci,
                estate.aws(
                        IAM + "policy/ship",
                        "{'Effect':'Allow','Action':['lambda:CreateFunction','lambda:InvokeFunction'],'Resource':'*'}",
                        "{'Effect':'Allow','Action':'iam:PassRole','Resource':'*','Condition':{'StringEquals':{'iam:PassedToService':'lambda.amazonaws.com'}}}"));

        assertThat(Paths.to(reach(ci), admin)).isEqualTo("CERTAIN: PASSES_ROLE " + IAM + "role/admin");
        assertThat(reach(ci).administrator()).isTrue();
    }

    @Test
    void aServiceIsAskedForWhateverThePoliciesNameOfIt() {
        IdentityId ci = role("ci");
        IdentityId admin = role("admin");
        estate.trust(
                admin, "{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'}");
        estate.grant(
                ci,
                estate.aws(
                        IAM + "policy/ship",
                        "{'Effect':'Allow','Action':['lambda:CreateFunction','lambda:InvokeFunction'],'Resource':'arn:aws:lambda:*:111122223333:function:*'}",
                        "{'Effect':'Allow','Action':'iam:PassRole','Resource':'" + admin.nativeId() + "'}"));

        assertThat(Paths.to(reach(ci), admin)).isEqualTo("CERTAIN: PASSES_ROLE " + IAM + "role/admin");
    }

    /// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/clusters.html>: a task runs in a cluster, and
    /// nobody says whether there is one.
    @Test
    void aTaskWithoutAClusterAndAnInstanceWithoutAProfileAreInDoubt() {
        IdentityId ci = role("ci");
        IdentityId task = role("task");
        IdentityId machine = role("machine");
        estate.trust(
                task, "{'Effect':'Allow','Principal':{'Service':'ecs-tasks.amazonaws.com'},'Action':'sts:AssumeRole'}");
        estate.trust(
                machine, "{'Effect':'Allow','Principal':{'Service':'ec2.amazonaws.com'},'Action':'sts:AssumeRole'}");
        estate.grant(
                ci,
                estate.aws(
                        IAM + "policy/ship",
                        "{'Effect':'Allow','Action':['iam:PassRole','ecs:RegisterTaskDefinition','ecs:RunTask','ec2:RunInstances'],'Resource':'*'}"));

        assertThat(Paths.to(reach(ci), task)).isEqualTo("CONDITIONAL: PASSES_ROLE " + IAM + "role/task");
        assertThat(Paths.to(reach(ci), machine)).isEqualTo("CONDITIONAL: PASSES_ROLE " + IAM + "role/machine");
    }

    /// cloudformation-003 of <https://pathfinding.cloud>.
    @Test
    void whoHandsOnAnAdministrationRoleIsFoundFromTheExecutionRole() {
        IdentityId ci = role("ci");
        IdentityId administration = role("administration");
        IdentityId execution = role("execution");
        estate.trust(
                administration,
                "{'Effect':'Allow','Principal':{'Service':'cloudformation.amazonaws.com'},'Action':'sts:AssumeRole'}");
        estate.trust(execution, trusts("{'AWS':'" + administration.nativeId() + "'}"));
        estate.grant(administration, estate.aws(IAM + "policy/assume", ASSUME));
        estate.grant(
                ci,
                estate.aws(
                        IAM + "policy/ship",
                        "{'Effect':'Allow','Action':['iam:PassRole','cloudformation:*'],'Resource':'*'}"));
        BlastRadius radius = new BlastRadius(estate.index());

        assertThat(radius.towards(Set.of(execution)).of(ci))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(radius.steps(ci).stream()
                        .filter(step -> step.target().equals(execution))
                        .toList());
    }

    /// iam-014 of <https://pathfinding.cloud>.
    @Test
    void whoWidensARoleThatItMayAssumeHasTheAccount() {
        IdentityId user = user("dev");
        IdentityId app = role("app");
        estate.trust(app, trusts("{'AWS':'" + IAM + "root'}"));
        estate.grant(
                user,
                estate.aws(
                        IAM + "policy/dev",
                        "{'Effect':'Allow','Action':'iam:AttachRolePolicy','Resource':'" + app.nativeId() + "'}",
                        ASSUME));

        assertThat(reach(user).administrator()).isTrue();
        assertThat(Paths.to(reach(user), ACCOUNT))
                .isEqualTo("CERTAIN: HOLDS %spolicy/dev > ESCALATES %sroot".formatted(IAM, IAM));
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    @Test
    void aUserWithTwoKeysHasNoRoomForAnotherAndOneWithAPasswordGetsNoSecond() {
        IdentityId helpdesk = user("helpdesk");
        IdentityId boss = user("boss");
        estate.grant(
                helpdesk,
                estate.aws(
                        IAM + "policy/keys",
                        "{'Effect':'Allow','Action':['iam:CreateAccessKey','iam:CreateLoginProfile'],'Resource':'*'}"));
        assertThat(Paths.to(reach(helpdesk), boss)).startsWith("CONDITIONAL");

        estate.read("access-keys", "passwords");
        estate.credential("aws.password", IAM + "user/boss#password", boss, new Expiry.Never());
        estate.credential("aws.access-key", "AKIA1", boss, new Expiry.Never());
        assertThat(Paths.to(reach(helpdesk), boss)).startsWith("CERTAIN");

        estate.credential("aws.access-key", "AKIA2", boss, new Expiry.Never());
        assertThat(Paths.to(reach(helpdesk), boss)).isEqualTo("none");
    }

    @Test
    void aNewKeyMakesAnotherUser() {
        IdentityId helpdesk = user("helpdesk");
        IdentityId boss = user("boss");
        estate.grant(
                helpdesk,
                estate.aws(
                        IAM + "policy/keys",
                        "{'Effect':'Allow','Action':'iam:CreateAccessKey','Resource':'" + boss.nativeId() + "'}"));

        estate.read("access-keys");
        assertThat(Paths.to(reach(helpdesk), boss))
                .isEqualTo("CERTAIN: HOLDS %spolicy/keys > MINTS %suser/boss".formatted(IAM, IAM));
    }

    @Test
    void aServiceControlPolicyAndADenyCutThePath() {
        IdentityId role = role("reader");
        estate.grant(role, estate.aws(IAM + "policy/read", READ));
        assertThat(Paths.to(reach(role), bucket)).startsWith("CERTAIN");

        estate.grant(
                ACCOUNT,
                estate.aws(IAM + "policy/scp", EVERYTHING, "{'Effect':'Deny','Action':'s3:*','Resource':'*'}"),
                GrantRole.SERVICE_CONTROL,
                "root");

        assertThat(Paths.to(reach(role), bucket)).isEqualTo("none");
    }

    /// A member's control policies are told by the source that reads its management account.
    @Test
    void aControlPolicyThatAnotherSourceTellsOfCutsThePath() {
        IdentityId role = role("reader");
        estate.grant(role, estate.aws(IAM + "policy/read", READ));
        Estate management = estate.and("management");

        management.grant(
                ResourceId.of("management", IAM + "root"),
                management.aws("arn:aws:organizations::999900001111:policy/o-1/service_control_policy/p-1", EVERYTHING),
                GrantRole.SERVICE_CONTROL,
                "r-1");
        assertThat(Paths.to(reach(role), bucket)).startsWith("CERTAIN");

        management.grant(
                ResourceId.of("management", IAM + "root"),
                management.aws(
                        "arn:aws:organizations::999900001111:policy/o-1/service_control_policy/p-2",
                        "{'Effect':'Deny','Action':'s3:*','Resource':'*'}"),
                GrantRole.SERVICE_CONTROL,
                "r-1");
        assertThat(Paths.to(reach(role), bucket)).isEqualTo("none");
    }

    /// Nobody has everything there; who gives itself any policy has what is left all the same.
    @Test
    void whoGivesItselfAPolicyHasWhatAnotherSourcesControlPolicyLeaves() {
        IdentityId role = role("ci");
        estate.grant(
                role,
                estate.aws(IAM + "policy/attach", "{'Effect':'Allow','Action':'iam:AttachRolePolicy','Resource':'*'}"));
        Estate management = estate.and("management");
        management.grant(
                ResourceId.of("management", IAM + "root"),
                management.aws(
                        "arn:aws:organizations::999900001111:policy/o-1/service_control_policy/p-1",
                        "{'Effect':'Allow','Action':['iam:*','s3:*'],'Resource':'*'}"),
                GrantRole.SERVICE_CONTROL,
                "r-1");

        assertThat(Paths.to(reach(role), ACCOUNT)).startsWith("CERTAIN").endsWith("ESCALATES " + IAM + "root");
    }

    @Test
    void whatAnotherSourcesUnreadControlPolicyLeavesIsNotKnown() {
        IdentityId helpdesk = user("helpdesk");
        IdentityId boss = user("boss");
        estate.grant(
                helpdesk,
                estate.aws(
                        IAM + "policy/keys",
                        "{'Effect':'Allow','Action':'iam:CreateAccessKey','Resource':'" + boss.nativeId() + "'}"));
        estate.read("access-keys");
        estate.and("management")
                .grant(
                        ResourceId.of("management", IAM + "root"),
                        PolicyId.of("management", "arn:aws:organizations::999900001111:policy/o-1/p-9"),
                        GrantRole.SERVICE_CONTROL,
                        "r-1");

        assertThat(Paths.to(reach(helpdesk), boss)).startsWith("UNKNOWN").endsWith("MINTS " + boss.nativeId());
    }

    @Test
    void anAdministratorReachesWhatItsAccountsControlPoliciesLeave() {
        IdentityId admin = role("admin");
        estate.grant(admin, estate.aws(IAM + "policy/own", "{'Effect':'Allow','Action':'iam:*','Resource':'*'}"));
        estate.grant(
                ACCOUNT,
                estate.aws(
                        IAM + "policy/scp", "{'Effect':'Allow','Action':['iam:*','s3:Get*','sqs:*'],'Resource':'*'}"),
                GrantRole.SERVICE_CONTROL,
                "root");
        ResourceId table =
                estate.resource("aws.dynamodb", "arn:aws:dynamodb:eu-central-1:111122223333:table/t", Sensitivity.LOW);

        assertThat(Paths.to(reach(admin), bucket)).endsWith("ADMINISTERS arn:aws:s3:::logs");
        assertThat(Paths.to(reach(admin), table)).isEqualTo("none");
    }

    @Test
    void aBucketsOwnPolicyLetsInWhomItNames() {
        IdentityId role = role("reader");
        estate.grant(
                bucket,
                estate.policy(
                        "aws.resource-policy",
                        "arn:aws:s3:::logs#policy",
                        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/*'}]}"
                                .formatted(role.nativeId())),
                GrantRole.RESOURCE,
                "");

        assertThat(Paths.to(reach(role), bucket)).isEqualTo("CERTAIN: READS arn:aws:s3:::logs");
    }

    /// The bucket's ARN does not say whose it is; who else names it in a policy has no right to it by that.
    @Test
    void aBucketOfAnotherAccountIsReachedOnlyWhereItsOwnPolicyLetsIn() {
        IdentityId role = role("reader");
        estate.grant(role, estate.aws(IAM + "policy/read", READ));
        Estate owner = estate.and("owner");
        ResourceId its = owner.resource(
                "aws.s3", "arn:aws:s3:::logs", Sensitivity.HIGH, Map.of("curfew:account", "444455556666"));

        assertThat(Paths.to(reach(role), its)).isEqualTo("none");
        assertThat(Paths.to(reach(role), bucket)).isEqualTo("none");

        owner.grant(its, guard("{'AWS':'111122223333'}"), GrantRole.RESOURCE, "");
        assertThat(Paths.to(reach(role), its)).startsWith("CERTAIN").endsWith("READS arn:aws:s3:::logs");
        assertThat(Paths.to(reach(role("nobody")), its)).isEqualTo("none");
    }

    @Test
    void blockPublicAccessClosesAPublicBucketToOtherAccounts() {
        IdentityId role = role("reader");
        estate.grant(role, estate.aws(IAM + "policy/read", READ));
        Estate owner = estate.and("owner");
        ResourceId open = owner.resource(
                "aws.s3", "arn:aws:s3:::logs", Sensitivity.HIGH, Map.of("curfew:account", "444455556666"));
        owner.grant(open, guard("'*'"), GrantRole.RESOURCE, "");
        assertThat(Paths.to(reach(role), open)).startsWith("CERTAIN");

        estate.and("audit")
                .resource(
                        "aws.s3",
                        "arn:aws:s3:::logs",
                        Sensitivity.HIGH,
                        Map.of("curfew:restrict-public-buckets", "true"));

        assertThat(Paths.to(reach(role), open)).isEqualTo("none");
    }

    @Test
    void aKeysGrantsCountBesideItsPolicy() {
        String arn = "arn:aws:kms:eu-central-1:111122223333:key/1";
        ResourceId key = estate.resource("aws.kms", arn, Sensitivity.HIGH);
        IdentityId role = role("reader");
        estate.grant(key, statements(arn + "#policy", "{'AWS':'111122223333'}", "kms:*"), GrantRole.RESOURCE, "");
        assertThat(Paths.to(reach(role), key)).isEqualTo("none");

        estate.grant(
                key,
                statements(arn + "#grants", "{'AWS':'" + role.nativeId() + "'}", "kms:Decrypt"),
                GrantRole.RESOURCE,
                "");

        assertThat(Paths.to(reach(role), key)).isEqualTo("CERTAIN: READS " + arn);
    }

    @Test
    void aResourcesPolicyThatWasNotReadLetsNobodyInByItself() {
        String arn = "arn:aws:kms:eu-central-1:111122223333:key/1";
        ResourceId key = estate.resource("aws.kms", arn, Sensitivity.HIGH);
        estate.grant(key, PolicyId.of("aws", arn + "#policy"), GrantRole.RESOURCE, "");
        IdentityId role = role("reader");

        assertThat(Paths.to(reach(role), key)).isEqualTo("none");
        estate.grant(role, estate.aws(IAM + "policy/keys", "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*'}"));
        assertThat(Paths.to(reach(role), key)).startsWith("UNKNOWN");
    }

    private PolicyId guard(String principal) {
        return statements("arn:aws:s3:::logs#policy", principal, "s3:GetObject");
    }

    private PolicyId statements(String id, String principal, String action) {
        return estate.policy(
                "aws.resource-policy",
                id,
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':%s,'Action':'%s','Resource':'*'}]}"
                        .formatted(principal, action));
    }

    /// <https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html>
    @Test
    void aKeyWhosePolicyWasNotReadIsReachedAsUnknown() {
        ResourceId key = estate.resource("aws.kms", KEY, Sensitivity.HIGH);
        IdentityId role = role("app");
        estate.grant(role, estate.aws(IAM + "policy/decrypt", DECRYPT));
        IdentityId admin = role("admin");
        estate.grant(admin, estate.aws(IAM + "policy/all", EVERYTHING));
        IdentityId other = role("other");

        assertThat(Paths.to(reach(role), key)).isEqualTo("UNKNOWN: READS " + KEY);
        assertThat(Paths.to(reach(admin), key)).startsWith("UNKNOWN").endsWith("ADMINISTERS " + KEY);
        assertThat(Paths.to(reach(other), key)).isEqualTo("none");
    }

    @Test
    void aKeysOwnPolicyDecidesWhetherIdentityPoliciesCount() {
        ResourceId key = estate.resource("aws.kms", KEY, Sensitivity.HIGH);
        IdentityId role = role("app");
        estate.grant(role, estate.aws(IAM + "policy/decrypt", DECRYPT));
        keyPolicy(key, IAM + "role/somebody-else");
        assertThat(Paths.to(reach(role), key)).isEqualTo("none");

        keyPolicy(key, IAM + "root");
        assertThat(Paths.to(reach(role), key))
                .isEqualTo("CERTAIN: HOLDS %spolicy/decrypt > READS %s".formatted(IAM, KEY));
    }

    private void keyPolicy(ResourceId key, String principal) {
        estate.grant(
                key,
                estate.policy(
                        "aws.resource-policy",
                        KEY + "#policy",
                        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'kms:*','Resource':'*'}]}"
                                .formatted(principal)),
                GrantRole.RESOURCE,
                "");
    }

    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
    @Test
    void aResourceControlPolicyHoldsInTheAccountOfTheResource() {
        IdentityId role = role("app");
        IdentityId theirs = estate.identity("aws.role", "arn:aws:iam::444455556666:role/theirs");
        estate.trust(theirs, trusts("{'AWS':'" + role.nativeId() + "'}"));
        estate.grant(role, estate.aws(IAM + "policy/assume", ASSUME));
        rcp(ACCOUNT);
        assertThat(Paths.to(reach(role), theirs)).startsWith("CERTAIN");

        rcp(ResourceId.of("aws", "arn:aws:iam::444455556666:root"));
        assertThat(Paths.to(reach(role), theirs)).isEqualTo("none");
    }

    @Test
    void aResourceControlPolicyKeepsOutTokensOfOthers() {
        IdentityId role = role("app");
        estate.trust(role, irsa("shop", "app"));
        IdentityId account = account(estate.and("k8s"), "shop", "app", role);
        rcp(ACCOUNT);

        assertThat(Paths.to(reach(account), role)).isEqualTo("none");
    }

    private void rcp(ResourceId account) {
        estate.grant(
                account,
                estate.policy(
                        "aws.policy",
                        account.nativeId() + "#rcp",
                        "{'Version':'2012-10-17','Statement':[{'Effect':'Deny','Principal':'*','Action':'sts:*','Resource':'*'}]}"),
                GrantRole.RESOURCE_CONTROL,
                "root");
    }

    @Test
    void apartOfABucketIsReachedByWhoeverReadsAnythingInIt() {
        IdentityId role = role("reports");
        estate.grant(
                role,
                estate.aws(
                        IAM + "policy/reports",
                        "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::logs/reports/*'}"));

        assertThat(Paths.to(reach(role), bucket)).endsWith("READS arn:aws:s3:::logs");
    }

    @Test
    void aPolicyThatWasNotReadOrNotUnderstoodIsReachedAsUnknown() {
        IdentityId role = role("odd");
        PolicyId missing = PolicyId.of("aws", "arn:aws:iam::aws:policy/Missing");
        PolicyId broken = estate.policy("aws.policy", IAM + "policy/broken", "{");
        estate.grant(role, missing).grant(role, broken);

        Reach reach = reach(role);

        assertThat(Paths.to(reach, missing)).isEqualTo("UNKNOWN: HOLDS arn:aws:iam::aws:policy/Missing");
        assertThat(Paths.to(reach, broken)).isEqualTo("UNKNOWN: HOLDS " + IAM + "policy/broken");
    }

    @Test
    void aBoundaryThatWasNotReadMakesEverythingItLimitsUnknown() {
        IdentityId role = role("odd");
        estate.grant(role, estate.aws(IAM + "policy/read", READ));
        estate.grant(role, PolicyId.of("aws", IAM + "policy/unread"), GrantRole.BOUNDARY, "");

        assertThat(Paths.to(reach(role), bucket)).startsWith("UNKNOWN");
    }

    @Test
    void aServiceAccountBecomesTheRoleThatTrustsItsToken() {
        IdentityId role = role("app");
        estate.trust(role, irsa("shop", "app"));
        Estate cluster = estate.and("k8s");
        IdentityId right = account(cluster, "shop", "app", role);
        IdentityId wrong = account(cluster, "shop", "other", role);

        assertThat(Paths.to(reach(right), role)).isEqualTo("CERTAIN: FEDERATES " + IAM + "role/app");
        assertThat(Paths.to(reach(wrong), role)).isEqualTo("none");
    }

    @Test
    void theOrderOfFactsDoesNotMatter() {
        IdentityId first = role("first");
        for (String name : new String[] {"a", "b", "c"}) {
            IdentityId next = role(name);
            estate.trust(next, trusts("{'AWS':'111122223333'}"));
            estate.grant(next, estate.aws(IAM + "policy/" + name, READ, ASSUME));
        }
        estate.grant(first, estate.aws(IAM + "policy/assume", ASSUME));
        Reach reach = reach(first);

        for (int seed = 0; seed < 20; seed++) {
            assertThat(new BlastRadius(estate.shuffled(seed)).of(first)).isEqualTo(reach);
        }
    }

    private static IdentityId account(Estate cluster, String namespace, String name, IdentityId role) {
        return cluster.identity(
                "kubernetes.service-account",
                "serviceaccount/" + namespace + "/" + name,
                new Ownership.Unowned(),
                Estate.NOT_OBSERVED,
                Map.of("eks.amazonaws.com/role-arn", role.nativeId()));
    }

    private static String irsa(String namespace, String name) {
        return """
            {'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity',
             'Principal':{'Federated':'%soidc-provider/oidc.eks.example.com/id/X'},
             'Condition':{'StringEquals':{'oidc.eks.example.com/id/X:sub':'system:serviceaccount:%s:%s',
                                          'oidc.eks.example.com/id/X:aud':'sts.amazonaws.com'}}}
            """.formatted(IAM, namespace, name);
    }

    private static String trusts(String principal) {
        return "{'Effect':'Allow','Principal':" + principal + ",'Action':'sts:AssumeRole'}";
    }

    private Reach reach(EntityId from) {
        return new BlastRadius(estate.index()).of(from);
    }

    private IdentityId role(String name) {
        return estate.identity("aws.role", IAM + "role/" + name);
    }

    private IdentityId user(String name) {
        return estate.identity("aws.user", IAM + "user/" + name);
    }
}
