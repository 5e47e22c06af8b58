package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.Certainty.CERTAIN;
import static dev.curfew.analysis.escalation.Certainty.POSSIBLE;
import static dev.curfew.analysis.escalation.aws.AccountSketch.ADMINISTRATOR;
import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allow;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allowIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;
import static dev.curfew.analysis.escalation.aws.AccountSketch.deny;
import static dev.curfew.analysis.escalation.aws.AccountSketch.trusts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Escalation;
import dev.curfew.model.evaluation.DecidingStatement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the table of methods does not show: chains, exact scopes, and prerequisites that depend on one another.
class AwsPrerequisitesTest {
    private static final List<String> ASSUME = List.of("sts:AssumeRole");
    private static final String EC2 = trusts("Service", "ec2.amazonaws.com");
    private static final String LITTLE = allow(List.of("s3:GetObject"));

    private static AccountSketch account() {
        return new AccountSketch();
    }

    private static String trustIf(String condition) {
        return "{'Effect':'Allow','Principal':{'AWS':'" + arn("root") + "'},'Action':'sts:AssumeRole','Condition':"
                + condition + "}";
    }

    @Test
    void goesThroughRolesThatAssumeRoles() {
        AccountSketch account = account()
                .user("dev", allow(ASSUME, arn("role/mid")))
                .role("mid", trusts("AWS", arn("root")), allow(ASSUME, arn("role/adm")))
                .role("adm", trusts("AWS", arn("role/mid")), EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(Map.of("sts-001", CERTAIN));
        assertThat(account.of("role/mid")).isEqualTo(Map.of("sts-001", CERTAIN));
        assertThat(account.only("user/dev", "sts-001").target()).isEqualTo(arn("role/mid"));
    }

    @Test
    void aRoleThatIsNoAdministratorIsNotWorthAssuming() {
        assertThat(account()
                        .user("dev", allow(ASSUME))
                        .role("mid", trusts("AWS", arn("root")), LITTLE)
                        .of("user/dev"))
                .isEmpty();
    }

    @Test
    void aWayThatLeadsBackThroughItselfIsNone() {
        AccountSketch account = account()
                .role(
                        "a",
                        trusts("AWS", arn("role/b")),
                        allow(List.of("iam:PutRolePolicy"), arn("role/a")),
                        allow(ASSUME))
                .role("b", trusts("AWS", arn("role/a")), allow(ASSUME));

        assertThat(account.of("role/a")).isEqualTo(Map.of("iam-005", CERTAIN));
        assertThat(account.of("role/b")).isEqualTo(Map.of("sts-001", CERTAIN));
    }

    @Test
    void whoIsNamedInATrustPolicyNeedsNoPermission() {
        AccountSketch account = account().user("dev", LITTLE).role("adm", trusts("AWS", arn("user/dev")), EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(Map.of("sts-001", CERTAIN));
        assertThat(account.inline("user/dev", "no", deny(ASSUME)).of("user/dev"))
                .isEmpty();
    }

    @Test
    void anAccountInATrustPolicyLeavesItToPermissions() {
        AccountSketch account = account().user("dev", LITTLE).role("adm", trusts("AWS", arn("root")), EVERYTHING);

        assertThat(account.of("user/dev")).isEmpty();
        assertThat(account.inline("user/dev", "yes", allow(ASSUME, arn("role/adm")))
                        .of("user/dev"))
                .isEqualTo(Map.of("sts-001", CERTAIN));
    }

    @Test
    void aTrustPolicyThatAsksForMoreMakesItPossible() {
        for (Map.Entry<String, String> key : Map.of(
                        "aws:MultiFactorAuthPresent", "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}",
                        "sts:ExternalId", "{'StringEquals':{'sts:ExternalId':'x'}}")
                .entrySet()) {
            Escalation found = account()
                    .user("dev", allow(ASSUME))
                    .role("adm", trustIf(key.getValue()), EVERYTHING)
                    .only("user/dev", "sts-001");

            assertThat(found.certainty()).isEqualTo(POSSIBLE);
            assertThat(found.needs()).singleElement().asString().endsWith(key.getKey());
        }
    }

    @Test
    void rightsComeFromGroupsAndManagedPolicies() {
        AccountSketch account = account()
                .managed("p", allow(List.of("iam:PutGroupPolicy"), arn("group/team")))
                .user("dev")
                .group("team")
                .attach("group/team", arn("policy/p"))
                .member("dev", "team");

        Escalation found = account.only("user/dev", "iam-011");
        assertThat(found.statements()).containsExactly(new DecidingStatement("p", 0, ""));
        assertThat(account.of("user/dev")).isEqualTo(Map.of("iam-011", CERTAIN));
    }

    @Test
    void everythingButIamIsNoAdministrator() {
        String power = "{'Effect':'Allow','NotAction':['iam:*','organizations:*'],'Resource':'*'}";
        AccountSketch account = account().user("dev", power).role("adm", trusts("AWS", arn("root")), EVERYTHING);

        assertThat(account.of("user/dev")).containsEntry("sts-001", CERTAIN).doesNotContainKey("lambda-001");
    }

    @Test
    void onlyWhatIsInForceCounts() {
        AccountSketch account = account()
                .managed("p", LITTLE, allow(List.of("iam:PutUserPolicy")))
                .user("dev")
                .attach("user/dev", arn("policy/p"));

        assertThat(account.of("user/dev")).isEmpty();
    }

    @Test
    void aFullPolicyTakesNoNewVersion() {
        String own = allow(List.of("iam:CreatePolicyVersion"), arn("policy/p"));
        AccountSketch full = account()
                .managed("p", own, LITTLE, LITTLE, LITTLE, LITTLE)
                .user("dev")
                .attach("user/dev", arn("policy/p"));

        assertThat(full.of("user/dev")).isEmpty();
        Escalation found = full.inline("user/dev", "more", allow(List.of("iam:DeletePolicyVersion")))
                .only("user/dev", "iam-001");
        assertThat(found.certainty()).isEqualTo(CERTAIN);
        assertThat(found.permissions()).containsExactly("iam:CreatePolicyVersion", "iam:DeletePolicyVersion");
    }

    @Test
    void onlyAnAccountsOwnPolicyTakesNewVersions() {
        AccountSketch account = account()
                .user("dev", allow(List.of("iam:CreatePolicyVersion")))
                .managed("other", LITTLE)
                .attach("user/dev", "arn:aws:iam::aws:policy/PowerUserAccess");

        assertThat(account.of("user/dev")).doesNotContainKey("iam-001");
    }

    @Test
    void aBoundaryHoldsWhatIsGainedUnlessItIsTheSamePolicyOrCanBeTakenOff() {
        String put = allow(List.of("iam:PutUserPolicy"), arn("user/dev"));
        AccountSketch held = account()
                .managed("limit", allow(List.of("iam:PutUserPolicy", "s3:*")))
                .user("dev", put)
                .bound("user/dev", arn("policy/limit"));
        assertThat(held.of("user/dev")).isEmpty();

        AccountSketch lifted = account()
                .managed("limit", allow(List.of("iam:PutUserPolicy", "iam:DeleteUserPermissionsBoundary")))
                .user("dev", put)
                .bound("user/dev", arn("policy/limit"));
        assertThat(lifted.only("user/dev", "iam-007").permissions())
                .containsExactly("iam:PutUserPolicy", "iam:DeleteUserPermissionsBoundary");

        AccountSketch same = account()
                .managed("p", allow(List.of("iam:CreatePolicyVersion")))
                .user("dev")
                .attach("user/dev", arn("policy/p"))
                .bound("user/dev", arn("policy/p"));
        assertThat(same.of("user/dev")).isEqualTo(Map.of("iam-001", CERTAIN));
    }

    @Test
    void attachingMayBeLimitedToHarmlessPolicies() {
        String readOnly = "{'ArnEquals':{'iam:PolicyARN':'arn:aws:iam::aws:policy/ReadOnlyAccess'}}";
        String anyButOne = "{'ArnNotEquals':{'iam:PolicyARN':'arn:aws:iam::aws:policy/ReadOnlyAccess'}}";
        List<String> attach = List.of("iam:AttachUserPolicy");

        assertThat(account().user("dev", allowIf(readOnly, attach)).of("user/dev"))
                .isEmpty();
        assertThat(account().user("dev", allowIf(anyButOne, attach)).of("user/dev"))
                .isEqualTo(Map.of("iam-008", CERTAIN));
    }

    @Test
    void tagsOfTheTargetAreKnown() {
        String tagged = "{'StringEquals':{'aws:ResourceTag/team':'a'}}";
        AccountSketch account = account()
                .user("dev", allowIf(tagged, List.of("iam:CreateAccessKey", "iam:DeleteAccessKey")))
                .user("adm")
                .attach("user/adm", ADMINISTRATOR);

        assertThat(account.of("user/dev")).isEmpty();
        assertThat(account.tag("user/adm", "team", "a").of("user/dev"))
                .isEqualTo(Map.of("iam-002", POSSIBLE, "iam-003", CERTAIN));
    }

    @Test
    void tagsOfTheTargetAreKnownToVariablesToo() {
        AccountSketch account = account()
                .user(
                        "dev",
                        allow(
                                List.of("iam:CreateAccessKey", "iam:DeleteAccessKey"),
                                arn("user/${aws:ResourceTag/team}-adm")))
                .user("a-adm")
                .attach("user/a-adm", ADMINISTRATOR);

        assertThat(account.of("user/dev")).isEmpty();
        assertThat(account.tag("user/a-adm", "team", "a").of("user/dev"))
                .isEqualTo(Map.of("iam-002", POSSIBLE, "iam-003", CERTAIN));
    }

    @Test
    void keysAreCounted() {
        AccountSketch account = account()
                .user(
                        "dev",
                        allow(
                                List.of("iam:CreateAccessKey", "iam:DeleteAccessKey", "iam:PutUserPolicy"),
                                arn("user/adm")))
                .user("adm")
                .attach("user/adm", ADMINISTRATOR);

        assertThat(account.keys("adm", 2).of("user/dev")).isEqualTo(Map.of("iam-003", CERTAIN, "iam-018", CERTAIN));
        assertThat(account.only("user/dev", "iam-018").permissions()).contains("iam:DeleteAccessKey");
        assertThat(account.keys("adm", 1).of("user/dev")).isEqualTo(Map.of("iam-002", CERTAIN, "iam-018", CERTAIN));
    }

    @Test
    void nobodyBecomesItself() {
        assertThat(account()
                        .user("dev", allow(List.of("iam:CreateAccessKey", "iam:UpdateLoginProfile")))
                        .of("user/dev"))
                .isEmpty();
    }

    @Test
    void oneThingHasToAllowAllActions() {
        String f = "arn:aws:lambda:eu-west-1:" + AccountSketch.ACCOUNT + ":function:";
        AccountSketch apart = account()
                .user(
                        "dev",
                        allow(List.of("iam:PassRole")),
                        allow(List.of("lambda:CreateFunction"), f + "dev-*"),
                        allow(List.of("lambda:InvokeFunction"), f + "prod-*"))
                .role("adm", trusts("Service", "lambda.amazonaws.com"), EVERYTHING);
        AccountSketch together = account()
                .user(
                        "dev",
                        allow(List.of("iam:PassRole")),
                        allow(List.of("lambda:CreateFunction"), f + "dev-*"),
                        allow(List.of("lambda:InvokeFunction"), f + "*-test"))
                .role("adm", trusts("Service", "lambda.amazonaws.com"), EVERYTHING);

        assertThat(apart.of("user/dev")).isEmpty();
        assertThat(together.of("user/dev")).isEqualTo(Map.of("lambda-001", CERTAIN));
    }

    @Test
    void onlyTheInstanceInScopeIsReached() {
        String instance = "arn:aws:ec2:eu-west-1:" + AccountSketch.ACCOUNT + ":instance/i-";
        AccountSketch account = account()
                .user("dev", allow(List.of("ssm:StartSession"), instance + "1"))
                .role("adm", EC2, EVERYTHING)
                .role("little", EC2, LITTLE)
                .runs(instance + "1", arn("role/little"), instance + "2", arn("instance-profile/adm"));

        assertThat(account.of("user/dev")).isEmpty();
        assertThat(account.inline("user/dev", "two", allow(List.of("ssm:StartSession"), instance + "2"))
                        .of("user/dev"))
                .isEqualTo(Map.of("ssm-001", CERTAIN));
    }

    @Test
    void aRoleThatNobodyReadMayBeAnAdministrator() {
        String function = "arn:aws:lambda:eu-west-1:" + AccountSketch.ACCOUNT + ":function:f";
        Escalation found = account()
                .user("dev", allow(List.of("lambda:UpdateFunctionCode")))
                .runs(function, arn("role/gone"))
                .only("user/dev", "lambda-003");

        assertThat(found.certainty()).isEqualTo(POSSIBLE);
        assertThat(found.needs()).containsExactly(arn("role/gone") + ", which was not read, is an administrator");
    }

    @Test
    void rolesOfAwsItselfAreNeitherChangedNorReported() {
        AccountSketch account = account()
                .user("dev", allow(List.of("iam:UpdateAssumeRolePolicy", "iam:PutRolePolicy")))
                .role("aws-service-role/x.amazonaws.com/AWSServiceRoleForX", EC2, EVERYTHING)
                .role("aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_1", EC2, EVERYTHING)
                .role("aws-service-role/y.amazonaws.com/AWSServiceRoleForY", EC2, allow(List.of("iam:PutRolePolicy")));

        assertThat(account.escalations()).isEmpty();
    }

    @Test
    void aGroupMayGiveTheRightToGiveRights() {
        AccountSketch account = account()
                .user("dev", allow(List.of("iam:AddUserToGroup"), arn("group/admins")))
                .group("admins", allow(List.of("iam:AttachUserPolicy")));

        Escalation found = account.only("user/dev", "iam-013");
        assertThat(found.permissions()).containsExactly("iam:AddUserToGroup", "iam:AttachUserPolicy");
        assertThat(account.of("user/dev")).isEqualTo(Map.of("iam-013", CERTAIN));
    }

    @Test
    void anAdministratorOnConditionIsPossibleAsATargetAndNotReportedItself() {
        AccountSketch account = account()
                .user("dev", allow(ASSUME))
                .role(
                        "adm",
                        trusts("AWS", arn("root")),
                        allowIf("{'Bool':{'aws:MultiFactorAuthPresent':'true'}}", List.of("*")));

        assertThat(account.of("user/dev")).isEqualTo(Map.of("sts-001", POSSIBLE));
        assertThat(account.of("role/adm")).isEmpty();
    }

    @Test
    void everyWayOfARoleWithIamIsFound() {
        AccountSketch account =
                account().role("ops", EC2, allow(List.of("iam:*"))).role("adm", EC2, EVERYTHING);

        assertThat(account.of("role/ops").keySet())
                .containsExactlyInAnyOrder(
                        "curfew-iam-001", "curfew-iam-002", "iam-005", "iam-009", "iam-012", "iam-019", "iam-021");
    }

    @Test
    void aRoleThatNobodyCanPassSaysNothingOfOthers() {
        String mfa = "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}";
        AccountSketch account = account()
                .user("dev", allow(List.of("ec2:RunInstances")), allowIf(mfa, List.of("iam:PassRole")))
                .role("aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_1", EC2, EVERYTHING)
                .role("other", EC2, EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(Map.of("ec2-001", POSSIBLE));
        assertThat(account.only("user/dev", "ec2-001").target()).isEqualTo(arn("role/other"));
    }

    @Test
    void whatATrustPolicyLeavesOpenDependsOnWhatTheActorMay() {
        String always = "{'Effect':'Allow','Principal':{'AWS':'*'},'Action':'sts:AssumeRole',"
                + "'Condition':{'Null':{'aws:MultiFactorAuthAge':'false'}}},"
                + trustIf("{'Null':{'aws:MultiFactorAuthAge':'true'}}");
        AccountSketch account =
                account().user("ann", LITTLE).user("bob", allow(ASSUME)).role("adm", always, EVERYTHING);

        assertThat(account.of("user/ann")).isEqualTo(Map.of("sts-001", POSSIBLE));
        assertThat(account.of("user/bob")).isEqualTo(Map.of("sts-001", CERTAIN));
    }

    @Test
    void tagsOfWhomItIsDoneToPartThoseWhoAreAlike() {
        String own = "{'StringEquals':{'aws:ResourceTag/team':'a','aws:MultiFactorAuthPresent':'true'}}";
        AccountSketch account = account()
                .user("dev", allowIf(own, List.of("iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy")))
                .role("a", EC2, LITTLE)
                .role("b", EC2, LITTLE)
                .tag("role/b", "team", "a");

        assertThat(account.only("user/dev", "iam-021").target()).isEqualTo(arn("role/b"));
        assertThat(account.only("user/dev", "iam-021").certainty()).isEqualTo(POSSIBLE);
    }
}
