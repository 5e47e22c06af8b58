package dev.curfew.analysis.escalation.aws;

import static dev.curfew.analysis.escalation.Certainty.CERTAIN;
import static dev.curfew.analysis.escalation.Certainty.POSSIBLE;
import static dev.curfew.analysis.escalation.aws.AccountSketch.EVERYTHING;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allow;
import static dev.curfew.analysis.escalation.aws.AccountSketch.allowIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.arn;
import static dev.curfew.analysis.escalation.aws.AccountSketch.deny;
import static dev.curfew.analysis.escalation.aws.AccountSketch.denyIf;
import static dev.curfew.analysis.escalation.aws.AccountSketch.trusts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.escalation.Escalation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A role that is made has a name that policies allow and nobody has, no boundary, and what its maker gives it.
class NewRoleTest {
    private static final List<String> CREATE = List.of("iam:CreateRole");
    private static final List<String> PUT = List.of("iam:PutRolePolicy");

    @ParameterizedTest
    @CsvSource({
        "*, *, role/*",
        "role/dev-*, *, role/dev-*",
        "role/dev-*, role/*-a, role/dev-a",
        "role/dev-*, role/ops-*, ''",
        "role/taken, *, ''",
        "role/path/TAKEN, *, ''",
        "role/aws-service-role/*, *, ''"
    })
    void bothActionsAreAllowedOnOneNameThatNobodyHas(String create, String put, String name) {
        AccountSketch account = new AccountSketch()
                .user("dev", allow(CREATE, on(create)), allow(PUT, on(put)))
                .role("taken", trusts("Service", "ec2.amazonaws.com"), allow(List.of("s3:GetObject")));

        assertThat(account.of("user/dev")).isEqualTo(name.isEmpty() ? Map.of() : Map.of("curfew-iam-001", CERTAIN));
        if (!name.isEmpty()) {
            Escalation found = account.only("user/dev", "curfew-iam-001");
            assertThat(found.target()).isEqualTo(arn(name));
            assertThat(found.statements()).hasSize(2);
        }
    }

    private static String on(String resource) {
        return resource.equals("*") ? resource : arn(resource);
    }

    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate>
    @Test
    void whoHasToPutABoundaryOnItMakesNoAdministrator() {
        String bounded = "{'StringEquals':{'iam:PermissionsBoundary':'" + arn("policy/limit") + "'}}";
        String unless = "{'StringNotEquals':{'iam:PermissionsBoundary':'" + arn("policy/limit") + "'}}";
        String mfa = "{'Bool':{'aws:MultiFactorAuthPresent':'true'}}";

        assertThat(found(allowIf(bounded, CREATE, "*"), allow(PUT))).isEmpty();
        assertThat(found(allow(CREATE), denyIf(unless, CREATE), allow(PUT))).isEmpty();
        assertThat(found(allow(CREATE), allowIf(bounded, PUT, "*"))).isEmpty();
        assertThat(found(allow(CREATE), allow(PUT))).isEqualTo(Map.of("curfew-iam-001", CERTAIN));
        assertThat(found(allowIf(mfa, CREATE, "*"), allow(PUT))).isEqualTo(Map.of("curfew-iam-001", POSSIBLE));
    }

    @Test
    void itsMakerHasToBeLetInAndControlPoliciesHoldItToo() {
        assertThat(found(allow(CREATE), allow(PUT), deny(List.of("sts:AssumeRole"))))
                .isEmpty();
        assertThat(controlled(EVERYTHING)).isEqualTo(Map.of("curfew-iam-001", CERTAIN));
        assertThat(controlled(allow(List.of("iam:*", "sts:*")))).isEmpty();
    }

    private static Map<String, ?> controlled(String control) {
        return new AccountSketch()
                .user("dev", allow(CREATE), allow(PUT))
                .managed("control", control)
                .serviceControl(arn("policy/control"))
                .of("user/dev");
    }

    private static Map<String, ?> found(String... statements) {
        return new AccountSketch().user("dev", statements).of("user/dev");
    }
}
