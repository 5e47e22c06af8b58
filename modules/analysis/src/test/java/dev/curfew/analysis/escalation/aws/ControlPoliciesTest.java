package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allow;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;
import static dev.curfew.analysis.escalation.aws.AccountSketch.deny;
import static dev.curfew.analysis.escalation.aws.AccountSketch.trusts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Certainty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an organization's policies cut of the ways.
class ControlPoliciesTest {
    private static final String DENY = "{'Effect':'Deny','Principal':'*','Action':'sts:AssumeRole','Resource':'*'%s}";
    private static final String LITTLE = allow(List.of("s3:GetObject"));

    private static AccountSketch account(String resourceControl) {
        return new AccountSketch()
                .managed("guard", resourceControl)
                .resourceControl(arn("policy/guard"))
                .user("dev", LITTLE)
                .role("adm", trusts("AWS", arn("user/dev")), EVERYTHING);
    }

    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
    @Test
    void aResourceControlPolicyKeepsFromRoles() {
        assertThat(account(DENY.formatted("")).of("user/dev")).isEmpty();
        assertThat(account(DENY.formatted("").replace("sts:AssumeRole", "s3:*")).of("user/dev"))
                .isEqualTo(Map.of("sts-001", Certainty.CERTAIN));
    }

    @Test
    void aResourceControlPolicyKeepsSomeFromRoles() {
        String others = ",'Condition':{'ArnNotEquals':{'aws:PrincipalArn':'" + arn("user/dev") + "'}}";
        String dev = ",'Condition':{'ArnEquals':{'aws:PrincipalArn':'" + arn("user/dev") + "'}}";

        assertThat(account(DENY.formatted(others)).of("user/dev")).isEqualTo(Map.of("sts-001", Certainty.CERTAIN));
        assertThat(account(DENY.formatted(dev)).of("user/dev")).isEmpty();
    }

    @Test
    void aResourceControlPolicyKeepsServicesFromRoles() {
        List<String> pass = List.of("iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction");
        AccountSketch open = new AccountSketch()
                .user("dev", allow(pass))
                .role("adm", trusts("Service", "lambda.amazonaws.com"), EVERYTHING);
        assertThat(open.of("user/dev")).isEqualTo(Map.of("lambda-001", Certainty.CERTAIN));

        assertThat(open.managed("guard", DENY.formatted(""))
                        .resourceControl(arn("policy/guard"))
                        .of("user/dev"))
                .isEmpty();
    }

    /// IAM is no service that they guard.
    @Test
    void aResourceControlPolicyLeavesIamAlone() {
        assertThat(account(DENY.formatted("").replace("sts:AssumeRole", "*"))
                        .user("ops", allow(List.of("iam:PutUserPolicy"), arn("user/ops")))
                        .of("user/ops"))
                .isEqualTo(Map.of("iam-007", Certainty.CERTAIN));
    }

    /// "In an identity-based policy, AWS automatically completes the ARN", and no page says so of an SCP:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns>
    @ParameterizedTest
    @CsvSource({"arn:aws:iam, false", "arn:aws:iam::*:*, true"})
    void aServiceControlPolicyIsReadAsItIsWritten(String resource, boolean denies) {
        List<String> put = List.of("iam:PutUserPolicy");

        assertThat(new AccountSketch()
                        .managed("c", EVERYTHING + "," + deny(put, resource))
                        .serviceControl(arn("policy/c"))
                        .user("dev", allow(put, arn("user/dev")))
                        .of("user/dev")
                        .isEmpty())
                .isEqualTo(denies);
    }
}
