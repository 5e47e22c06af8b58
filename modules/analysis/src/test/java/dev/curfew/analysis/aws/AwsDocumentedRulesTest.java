package dev.curfew.analysis.aws;

import static dev.curfew.analysis.aws.AwsCase.ALLOW;
import static dev.curfew.analysis.aws.AwsCase.ALLOW_ALL;
import static dev.curfew.analysis.aws.AwsCase.BUILD;
import static dev.curfew.analysis.aws.AwsCase.ROLE;
import static dev.curfew.analysis.aws.AwsCase.USER;
import static dev.curfew.analysis.aws.AwsCase.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.evaluation.PolicyLayer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules that only one sentence of AWS's documentation says. Each with its page.
class AwsDocumentedRulesTest {
    private static final String DENY_ALL = "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*'}";

    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services>
    @ParameterizedTest
    @CsvSource({
        "s3:GetObject, true",
        "sts:AssumeRole, true",
        "codebuild:StartBuild, true",
        "events:PutEvents, true",
        "cognito-identity:GetId, true",
        "sns:Publish, false",
        "lambda:InvokeFunction, false",
        "iam:PassRole, false",
        "ec2:RunInstances, false",
        "kms:Decrypt, true",
        "kms:RetireGrant, false"
    })
    void resourceControlPoliciesGuardTheServicesOfTheirList(String action, boolean guarded) {
        assertThat(
                        request()
                                        .does(action)
                                        .on("*")
                                        .identity(ALLOW_ALL)
                                        .resourceLevel(DENY_ALL)
                                        .decide()
                                instanceof Evaluation.ExplicitlyDenied)
                .isEqualTo(guarded);
    }

    /// "RCPs also do not impact AWS services' ability to assume a service-linked role":
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps>.
    @Test
    void resourceControlPoliciesDoNotKeepAServiceFromItsRole() {
        String trust = "{'Effect':'Allow','Principal':{'Service':'ecs.amazonaws.com'},'Action':'sts:AssumeRole'}";
        AwsCase service = request()
                .by(new Principal.Service("ecs.amazonaws.com"))
                .does("sts:AssumeRole")
                .resource(trust)
                .resourceLevel(DENY_ALL);
        assertThat(service.on("arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS")
                        .isAllowed())
                .isTrue();
        assertThat(service.on("arn:aws:iam::111122223333:role/mine").isAllowed())
                .isFalse();
    }

    /// "When you specify an incomplete ARN … in an identity-based policy, AWS automatically completes the ARN by adding
    /// wildcard characters to all missing fields":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>. Of other policies no page says it; there
    /// the answers are iam-simulate's.
    @Test
    void anIncompleteArnIsCompletedInWhatIsWrittenLikeAnIdentityPolicy() {
        String all = "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3'}";
        assertThat(request().identity(all).isAllowed()).isTrue();
        assertThat(request().identity(ALLOW).boundary(all).isAllowed()).isTrue();
        assertThat(request().identity(ALLOW).session(all).isAllowed()).isTrue();
        assertThat(request().identity(ALLOW).level(all).isAllowed()).isFalse();
        assertThat(request()
                        .resource(all.replace("'Action'", "'Principal':{'AWS':'" + ROLE + "'},'Action'"))
                        .isAllowed())
                .isFalse();
        assertThat(request()
                        .identity("{'Effect':'Allow','Action':'*','Resource':'arn:aws:sqs'}")
                        .isAllowed())
                .isFalse();
    }

    /// "If you use the * wildcard as the last character of a resource ARN segment, it can expand to match beyond the
    /// colon boundaries. We recommend that you use wildcards (* and ?) within ARN segments separated by a colon":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>.
    @ParameterizedTest
    @CsvSource({
        "arn:aws:lambda:*:function:x, true",
        "arn:aws:lambda:eu-*:function:x, true",
        "arn:aws:lambda:*:x, false",
        "arn:aws:*, true",
        "arn:*:x, false",
        "arn:aws:lambda:eu-*-1:111122223333:function:x, true",
        "arn:aws:lambda:eu-west-?:111122223333:function:x, true",
        "arn:aws:lambda:eu-*3:function:x, false",
        "arn:aws:lambda:eu-west-1?111122223333:function:x, false",
        "arn:aws:lam*-1:111122223333:function:x, false",
        "arn:aws:lambda:eu-west-1:111122223333:f*x, true",
        "arn:aws:lambda:eu-west-1:111122223333:function?x, true"
    })
    void aStarPassesAColonOnlyWhereItEndsASegment(String pattern, boolean matches) {
        assertThat(request()
                        .does("lambda:InvokeFunction")
                        .on("arn:aws:lambda:eu-west-1:111122223333:function:x")
                        .identity("{'Effect':'Allow','Action':'*','Resource':'" + pattern + "'}")
                        .isAllowed())
                .isEqualTo(matches);
    }

    /// "The root principal in a bucket owner's AWS account can perform the GetBucketPolicy, PutBucketPolicy, and
    /// DeleteBucketPolicy API actions, even if their bucket policy explicitly denies the root principal's access. Root
    /// principals can only be blocked from performing these API actions by VPC endpoint policies and AWS Organizations
    /// policies": <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html>.
    @ParameterizedTest
    @CsvSource({"s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"})
    void aBucketsPolicyDoesNotLockOutItsAccountsRoot(String action) {
        AwsCase root = bucketPolicy(action).by("arn:aws:iam::111122223333:root").resource(DENY_ALL);

        assertThat(root.isAllowed()).isTrue();
        assertThat(root.does("s3:PutBucketAcl").decide()).isInstanceOf(Evaluation.ExplicitlyDenied.class);
        assertThat(bucketPolicy(action)
                        .by("arn:aws:iam::111122223333:root")
                        .level(DENY_ALL.replace("'Principal':'*',", ""))
                        .decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
        assertThat(bucketPolicy(action)
                        .by(USER)
                        .identity(ALLOW_ALL)
                        .resource(DENY_ALL)
                        .decide())
                .isInstanceOf(Evaluation.ExplicitlyDenied.class);
    }

    /// "The calling identity must both have the PutBucketPolicy permissions on the specified bucket and belong to the
    /// bucket owner's account": <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html>.
    @ParameterizedTest
    @CsvSource({"s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy"})
    void aBucketsPolicyIsTheBusinessOfItsAccount(String action) {
        String all = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}";
        AwsCase asked = bucketPolicy(action).identity(ALLOW_ALL).resource(all);

        assertThat(asked.isAllowed()).isTrue();
        assertThat(asked.ownedBy(AwsCase.OTHER).decide())
                .isEqualTo(new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.RESOURCE)));
        assertThat(asked.ownedBy(AwsCase.OTHER).does("s3:ListBucket").isAllowed())
                .isTrue();
    }

    private static AwsCase bucketPolicy(String action) {
        return request().does(action).on("arn:aws:s3:::logs").ownedBy("111122223333");
    }

    /// "No permissions are required for a user to get a session token. … You cannot use policies to control
    /// authentication operations":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html>.
    @Test
    void policiesDoNotControlWhoGetsASessionToken() {
        AwsCase token =
                request().does("sts:GetSessionToken").on("*").identity("{'Effect':'Deny','Action':'*','Resource':'*'}");
        assertThat(token.by(USER).isAllowed()).isTrue();
        assertThat(token.by(BUILD).isAllowed()).isFalse();
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html>: the account of AWS's
    /// own policies is `aws`, which is nobody else's.
    @Test
    void whatBelongsToAwsItselfIsNoOtherAccounts() {
        assertThat(request()
                        .does("iam:GetPolicy")
                        .on("arn:aws:iam::aws:policy/ReadOnlyAccess")
                        .ownedBy("")
                        .identity(ALLOW_ALL)
                        .isAllowed())
                .isTrue();
    }

    /// "`Null` … false: the key exists and its value is not null":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>.
    @Test
    void aTagWithAnEmptyValueIsThere() {
        String there =
                "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'Null':{'aws:PrincipalTag/x':'false'}}}";
        assertThat(request().with("aws:PrincipalTag/x", "").identity(there).isAllowed())
                .isTrue();
        assertThat(request().identity(there).isAllowed()).isFalse();
    }

    /// Only what is granted "using the aws:PrincipalArn condition key" is granted past boundary and session policy:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles>.
    @ParameterizedTest
    @CsvSource({"ArnEquals, role/ci, true", "ArnNotEquals, role/other, false"})
    void everyoneButSomeIsNoGrantToTheSession(String operator, String name, boolean direct) {
        String grant = "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*','Condition':{'" + operator
                + "':{'aws:PrincipalArn':'arn:aws:iam::111122223333:" + name + "'}}}";
        assertThat(request()
                        .by(BUILD)
                        .with("aws:PrincipalArn", ROLE)
                        .resource(grant)
                        .session("{'Effect':'Allow','Action':'ec2:*','Resource':'*'}")
                        .isAllowed())
                .isEqualTo(direct);
    }

    @Test
    void theSameConditionInAllowAndDenyLeavesNothingOpen() {
        String when = "'Action':'*','Resource':'*','Condition':{'StringEquals':{'my:Key':'a'}}}";
        assertThat(request()
                        .partly()
                        .identity("{'Effect':'Allow'," + when, "{'Effect':'Deny'," + when)
                        .decide())
                .isEqualTo(new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.IDENTITY)));
    }

    @Test
    void whatHoldsOneWayOrTheOtherIsAllowed() {
        String when = "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'%s':{'my:Key':'a'}}}";
        assertThat(request()
                        .partly()
                        .identity(when.formatted("StringEquals"), when.formatted("StringNotEquals"))
                        .isAllowed())
                .isTrue();
    }

    @Test
    void anAnswerHangsOnlyOnKeysThatChangeIt() {
        String one = "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringLike':{'my:One':'a*'}}}";
        String both = "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'StringLike':{'my:One':'ab*'},"
                + "'StringEquals':{'my:Two':'x'}}}";
        assertThat(request().partly().identity(one, both).decide())
                .isInstanceOfSatisfying(
                        Evaluation.Conditional.class,
                        it -> assertThat(it.dependsOn()).isEqualTo(Set.of("my:One")));
    }

    @Test
    void patternsThatOneTextCanMatchTogetherAreTriedTogether() {
        String when = "'Action':'*','Resource':'*','Condition':{'StringLike':{'my:Key':'%s'}}}";
        AwsCase asked = request()
                .partly()
                .identity("{'Effect':'Allow'," + when.formatted("a*"))
                .boundary("{'Effect':'Allow'," + when.formatted("*b"));
        assertThat(asked.decide()).isInstanceOf(Evaluation.Conditional.class);
        AwsCase never = request()
                .partly()
                .identity("{'Effect':'Allow'," + when.formatted("a*"))
                .boundary("{'Effect':'Allow'," + when.formatted("b*"));
        assertThat(never.decide())
                .isEqualTo(new Evaluation.ImplicitlyDenied(Set.of(PolicyLayer.BOUNDARY, PolicyLayer.IDENTITY)));
    }

    @Test
    void aVariableThatIsNotKnownIsWhatTheResourceWouldNeed() {
        String own = "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::logs/${aws:username}'}";
        assertThat(request().partly().identity(own).decide())
                .isInstanceOfSatisfying(
                        Evaluation.Conditional.class,
                        it -> assertThat(it.dependsOn()).isEqualTo(Set.of("aws:username")));
        assertThat(request().partly().identity(own.replace("${", "x${")).decide())
                .isInstanceOf(Evaluation.ImplicitlyDenied.class);
    }

    @Test
    void addressesTimesAndNumbersAreTriedAtTheirBounds() {
        for (List<String> each : List.of(
                List.of("NumericGreaterThan", "3", "NumericLessThan", "4"),
                List.of("DateGreaterThan", "2026-01-01T00:00:00Z", "DateLessThan", "2026-01-01T00:00:01Z"),
                List.of("IpAddress", "10.0.0.0/8", "NotIpAddress", "10.0.0.0/9"))) {
            String both =
                    "{'Effect':'Allow','Action':'*','Resource':'*','Condition':{'%s':{'my:Key':'%s'},'%s':{'my:Key':'%s'}}}"
                            .formatted(each.toArray());
            assertThat(request().partly().identity(both).decide())
                    .as("%s", each)
                    .isInstanceOf(Evaluation.Conditional.class);
        }
    }
}
