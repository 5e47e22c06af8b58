package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allow;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allowIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;
import static dev.curfew.analysis.escalation.aws.AccountSketch.denyIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.trusts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.AwsEvaluator;
import dev.curfew.analysis.aws.AwsPolicies;
import dev.curfew.analysis.aws.AwsRequest;
import dev.curfew.analysis.aws.ResourceSettings;
import dev.curfew.analysis.aws.condition.RequestContext;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.aws.document.Principal;
import dev.curfew.analysis.escalation.Certainty;
import dev.curfew.model.evaluation.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What whoever makes a request chooses is no prerequisite: a region, a user agent, a session's name, no tag.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
class AttackersChoiceTest {
    private static final List<String> PUT = List.of("iam:PutUserPolicy");
    private static final String LAMBDA = trusts("Service", "lambda.amazonaws.com");
    private static final List<String> ASSUME = List.of("sts:AssumeRole");

    /// Allows these while the request is made in that region.
    private static String regional(String region, String... actions) {
        return allowIf("{'StringEquals':{'aws:RequestedRegion':'" + region + "'}}", List.of(actions));
    }

    /// What is found: this certainly, or nothing.
    private static Map<String, Certainty> only(String method, boolean works) {
        return works ? Map.of(method, Certainty.CERTAIN) : Map.of();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals    | aws:RequestedRegion | us-east-1 | CERTAIN",
                "StringEquals    | aws:RequestedRegion | eu-west-1 | NONE",
                "StringNotEquals | aws:RequestedRegion | eu-west-1 | CERTAIN",
                "StringLike      | aws:UserAgent       | console*  | CERTAIN",
                "StringEquals    | aws:Referer         | https://x | CERTAIN",
                "StringEquals    | aws:SourceVpc       | vpc-1     | POSSIBLE",
            })
    void requestsToIam(String operator, String key, String value, String expected) {
        String condition = "{'" + operator + "':{'" + key + "':'" + value + "'}}";

        assertThat(new AccountSketch()
                        .user("dev", allowIf(condition, PUT, arn("user/dev")))
                        .of("user/dev"))
                .isEqualTo(expected.equals("NONE") ? Map.of() : Map.of("iam-007", Certainty.valueOf(expected)));
    }

    @Test
    void aDenialEverywhereButInOneRegionIsNoneForServicesOfThatRegion() {
        String elsewhere = "{'StringNotEquals':{'aws:RequestedRegion':'eu-west-1'}}";
        AccountSketch account = new AccountSketch()
                .user("dev", allow(ASSUME, arn("role/adm")), denyIf(elsewhere, ASSUME))
                .role("adm", trusts("AWS", arn("root")), EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(only("sts-001", true));
    }

    /// What is there is asked where it is.
    @ParameterizedTest
    @CsvSource({"eu-west-1, true", "us-east-1, false"})
    void theRegionOfWhatIsThereIsNotChosen(String region, boolean works) {
        AccountSketch account = new AccountSketch()
                .user("dev", regional(region, "lambda:UpdateFunctionCode"))
                .role("adm", LAMBDA, EVERYTHING)
                .runs("arn:aws:lambda:eu-west-1:" + AccountSketch.ACCOUNT + ":function:f", arn("role/adm"));

        assertThat(account.of("user/dev")).isEqualTo(only("lambda-003", works));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:GetObject       | arn:aws:s3:::logs/a | false",
                "s3:CreateBucket    | arn:aws:s3:::new    | true",
                "s3:ListAllMyBuckets| *                   | true",
                "support:CreateCase | *                   | false",
            })
    void whereABucketIsItsArnDoesNotSay(String action, String resource, boolean allowed) throws PolicySyntaxException {
        String statement = regional("eu-west-1", action);
        PolicyDocument policy = PolicyDocumentReader.read(
                "own", ("{'Version':'2012-10-17','Statement':[" + statement + "]}").replace('\'', '"'));
        RequestContext context = new RequestContext(Map.of(), Set.of(), true, Set.of()).ofAttacker();

        assertThat(AwsEvaluator.evaluate(
                        new AwsRequest(
                                new Principal.InAccount(arn("user/dev")),
                                action,
                                resource,
                                AccountSketch.ACCOUNT,
                                context),
                        new AwsPolicies(
                                List.of(policy),
                                List.of(),
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                ResourceSettings.NONE)))
                .satisfies(it -> assertThat(it instanceof Evaluation.Allowed).isEqualTo(allowed))
                .satisfies(it ->
                        assertThat(it instanceof Evaluation.Conditional).isEqualTo(action.equals("s3:GetObject")));
    }

    /// A function is made, and called, in one region.
    @ParameterizedTest
    @CsvSource({"eu-west-1, eu-west-1, true", "eu-west-1, us-east-1, false"})
    void whatIsDoneTogetherIsDoneInOneRegion(String makes, String calls, boolean works) {
        AccountSketch account = new AccountSketch()
                .user(
                        "dev",
                        allow(List.of("iam:PassRole")),
                        regional(makes, "lambda:CreateFunction"),
                        regional(calls, "lambda:InvokeFunction"))
                .role("adm", LAMBDA, EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(only("lambda-001", works));
    }

    /// A denial of another region than that in which it is allowed denies nothing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'StringEquals':{'aws:RequestedRegion':'us-east-1'}} | true",
                "{'StringLike':{'aws:RequestedRegion':'us-*'}}        | true",
                "{'StringLike':{'aws:RequestedRegion':'eu-*'}}        | false",
            })
    void whatAnArnSaysOfTheRegionIsTried(String denied, boolean works) {
        List<String> makes = List.of("lambda:CreateFunction", "lambda:InvokeFunction");
        AccountSketch account = new AccountSketch()
                .user(
                        "dev",
                        allow(List.of("iam:PassRole")),
                        allow(makes, "arn:aws:lambda:eu-west-1:" + AccountSketch.ACCOUNT + ":function:*"),
                        denyIf(denied, makes))
                .role("adm", LAMBDA, EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(only("lambda-001", works));
    }

    /// A task is run in the region of its definition, and of its cluster.
    @ParameterizedTest
    @CsvSource({
        "us-east-1, us-east-1, us-east-1, true",
        "eu-west-1, us-east-1, us-east-1, false",
        "us-east-1, us-east-1, eu-west-1, false",
    })
    void whatArnsAllowInDifferentRegionsIsNotDoneTogether(
            String registers, String runs, String cluster, boolean works) {
        String place = "arn:aws:ecs:%s:" + AccountSketch.ACCOUNT + ":%s";
        AccountSketch account = new AccountSketch()
                .user(
                        "dev",
                        allow(List.of("iam:PassRole")),
                        allow(List.of("ecs:RegisterTaskDefinition"), place.formatted(registers, "task-definition/*")),
                        allow(List.of("ecs:RunTask"), place.formatted(runs, "task-definition/*")))
                .role("adm", trusts("Service", "ecs-tasks.amazonaws.com"), EVERYTHING)
                .clusters(place.formatted(cluster, "cluster/c"));

        assertThat(account.of("user/dev")).isEqualTo(only("ecs-004", works));
    }

    /// What is started besides is where what is changed is.
    @ParameterizedTest
    @CsvSource({"eu-west-1, true", "us-east-1, false"})
    void whatIsStartedBesidesIsWhereTheThingIs(String starts, boolean works) {
        String place = "arn:aws:glue:%s:" + AccountSketch.ACCOUNT + ":%s";
        AccountSketch account = new AccountSketch()
                .user(
                        "dev",
                        allow(List.of("iam:PassRole", "glue:UpdateJob")),
                        allow(List.of("glue:CreateTrigger"), place.formatted(starts, "trigger/*")))
                .role("adm", trusts("Service", "glue.amazonaws.com"), EVERYTHING)
                .runs(place.formatted("eu-west-1", "job/j"), "");

        assertThat(account.of("user/dev")).isEqualTo(only("glue-006", works));
    }

    /// Of functions in several regions those count that are where the policy lets one act.
    @ParameterizedTest
    @CsvSource({"us-east-1, eu-west-1", "eu-west-1, us-east-1"})
    void whatIsThereIsAskedWhereEachIs(String allowed, String other) {
        String function = "arn:aws:lambda:%s:" + AccountSketch.ACCOUNT + ":function:f";
        AccountSketch account = new AccountSketch()
                .user("dev", regional(allowed, "lambda:UpdateFunctionCode"))
                .role("adm", LAMBDA, EVERYTHING)
                .role("little", LAMBDA, MethodCase.HARMLESS)
                .runs(function.formatted(other), arn("role/little"))
                .runs(function.formatted(allowed), arn("role/adm"));

        assertThat(account.of("user/dev")).isEqualTo(only("lambda-003", true));
    }

    @Test
    void aSessionIsCalledAsTheTrustPolicyWants() {
        String trust = "{'Effect':'Allow','Principal':{'AWS':'" + arn("root")
                + "'},'Action':'sts:AssumeRole','Condition':{'StringEquals':{'sts:RoleSessionName':'${aws:username}'}}}";
        AccountSketch account =
                new AccountSketch().user("dev", allow(ASSUME, arn("role/adm"))).role("adm", trust, EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(only("sts-001", true));
    }

    /// A tag in the request takes the right to tag besides; to leave it out takes nothing.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Null':{'aws:RequestTag/team':'true'}}                   | CERTAIN",
                "{'ForAllValues:StringEquals':{'aws:TagKeys':['team']}}    | CERTAIN",
                "{'StringEquals':{'aws:RequestTag/team':'x'}}              | POSSIBLE",
            })
    void aTagIsLeftOut(String condition, Certainty expected) {
        assertThat(new AccountSketch()
                        .user("dev", allowIf(condition, PUT, arn("user/dev")))
                        .of("user/dev"))
                .isEqualTo(Map.of("iam-007", expected));
    }
}
