package dev.curfew.analysis.aws.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.model.estate.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
    private static final int ESTATES = 300;
    private static final List<String> ACTIONS = List.of(
            "iam:passrole", "iam:updateassumerolepolicy", "sts:assumerole", "s3:getobject", "iam:createaccesskey");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"iam:PassRole\"",
                "\"IAM:passrole\"",
                "\"iam:*\"",
                "\"iam:Pass????\"",
                "\"*\"",
                "[\"s3:GetObject\", \"iam:PassRole\"]",
                "\"iam:\\u0050assRole\""
            })
    void showsWhatMayBeAllowed(String action) {
        assertThat(PolicyText.mayAllow(allowing(action), List.of("iam:passrole")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"iam:PassRoles\"", "\"s3:*\"", "\"iam:Get*\"", "\"sts:AssumeRole\""})
    void showsWhatIsAboutOtherActions(String action) {
        assertThat(PolicyText.mayAllow(allowing(action), List.of("iam:passrole")))
                .isFalse();
    }

    @Test
    void whatIsNamedAsAnExceptionLeavesEverythingElse() {
        String text = "{\"Statement\":{\"Effect\":\"Allow\",\"NotAction\":\"s3:GetObject\",\"Resource\":\"arn:x\"}}";

        assertThat(PolicyText.mayAllow(text, List.of("iam:passrole"))).isTrue();
    }

    @Test
    void noPolicyThatAllowsOneIsPassedOver() {
        int passedOver = 0;
        int allowing = 0;
        for (int seed = 0; seed < ESTATES; seed++) {
            for (Policy policy : RandomEstate.of(seed).index().snapshot().policies()) {
                for (String action : ACTIONS) {
                    boolean may = PolicyText.mayAllow(policy.text(), List.of(action));
                    if (allows(policy, action)) {
                        assertThat(may).as("%s by %s", action, policy.text()).isTrue();
                        allowing++;
                    } else if (!may) {
                        passedOver++;
                    }
                }
            }
        }
        assertThat(allowing).isGreaterThan(ESTATES);
        assertThat(passedOver).isGreaterThan(ESTATES);
    }

    private static boolean allows(Policy policy, String action) {
        try {
            return PolicyDocumentReader.read(policy.name(), policy.text()).statements().stream()
                    .anyMatch(it -> it.allows() && it.matchesAction(action));
        } catch (PolicySyntaxException e) {
            return false; // nothing that AWS would take
        }
    }

    private static String allowing(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":" + action
                + ",\"Resource\":\"arn:aws:s3:::a\"}]}";
    }
}
