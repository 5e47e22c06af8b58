package dev.curfew.app.usecase.policy;

import dev.curfew.app.usecase.Outcomes;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.policy.PolicyPack;

/// Runs the cases of policies that are not in force anywhere.
public final class PolicyTest {
    private PolicyTest() {}

    /// @return how many cases passed
    /// @throws dev.curfew.app.usecase.Refused if the policies cannot be used or a case fails; says every problem
    public static int run(PolicyPack pack) {
        return Outcomes.require(PolicyBook.tested(pack)).count();
    }
}
