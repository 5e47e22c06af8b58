package dev.curfew.app.usecase.policy;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import java.util.List;

/// Runs the cases of policies that are not in force anywhere.
public final class PolicyTest {
    private PolicyTest() {}

    /// @throws Refused if policies cannot be used; says every problem
    public static void requireUsable(String policies) {
        compiled(policies);
    }

    static Policies compiled(String policies) {
        try {
            return Policies.of(policies);
        } catch (PolicyTextException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    /// @return how many cases passed
    /// @throws Refused if the policies cannot be used or a case fails; says every problem
    public static int run(PolicyPack pack) {
        return Outcomes.require(PolicyBook.tested(pack)).count();
    }

    /// What every case comes to, those that fail too.
    ///
    /// @throws Refused if policies or cases cannot be used; says every problem
    public static List<PolicyCases.Result> results(PolicyPack pack) {
        try {
            return PolicyCases.of(pack.cases()).results(pack.compiled());
        } catch (PolicyTextException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
