package dev.curfew.app.usecase.policy;

import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.model.text.Messages;
import java.util.List;

/// Runs the cases of policies that are not in force anywhere.
public final class PolicyTest {
    private PolicyTest() {}

    /// @return how many cases passed
    /// @throws Refused if the policies cannot be used or a case fails; says every problem
    public static int run(PolicyPack pack) {
        try {
            PolicyCases cases = PolicyCases.of(pack.cases());
            List<String> failures = cases.failures(pack.compiled());
            if (!failures.isEmpty()) {
                throw new Refused(Messages.of(PolicyTest.class)
                        .text("failures", failures.size(), cases.count(), String.join("\n", failures)));
            }
            return cases.count();
        } catch (PolicyTextException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
