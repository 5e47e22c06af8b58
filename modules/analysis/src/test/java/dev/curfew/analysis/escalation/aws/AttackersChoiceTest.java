package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allow;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allowIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;
import static dev.curfew.analysis.escalation.aws.AccountSketch.denyIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.trusts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Certainty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What whoever makes a request chooses is no prerequisite: a region, a user agent, a session's name, no tag.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
class AttackersChoiceTest {
    private static final List<String> PUT = List.of("iam:PutUserPolicy");
    private static final List<String> ASSUME = List.of("sts:AssumeRole");

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

        assertThat(account.of("user/dev")).isEqualTo(Map.of("sts-001", Certainty.CERTAIN));
    }

    @Test
    void aSessionIsCalledAsTheTrustPolicyWants() {
        String trust = "{'Effect':'Allow','Principal':{'AWS':'" + arn("root")
                + "'},'Action':'sts:AssumeRole','Condition':{'StringEquals':{'sts:RoleSessionName':'${aws:username}'}}}";
        AccountSketch account =
                new AccountSketch().user("dev", allow(ASSUME, arn("role/adm"))).role("adm", trust, EVERYTHING);

        assertThat(account.of("user/dev")).isEqualTo(Map.of("sts-001", Certainty.CERTAIN));
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
