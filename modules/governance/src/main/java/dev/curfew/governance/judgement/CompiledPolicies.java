package dev.curfew.governance.judgement;

import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import org.jspecify.annotations.Nullable;

/// Keeps the policies that were compiled last: between two savings they are all that is ever asked.
final class CompiledPolicies {
    private @Nullable Policies last;

    synchronized Policies of(PolicyPack pack) throws PolicyTextException {
        if (last == null || !last.text().equals(pack.policies())) {
            last = pack.compiled();
        }
        return last;
    }
}
