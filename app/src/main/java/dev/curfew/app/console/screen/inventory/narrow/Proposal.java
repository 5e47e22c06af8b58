package dev.curfew.app.console.screen.inventory.narrow;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.governance.Officer;
import dev.curfew.revocation.narrowing.NarrowOrder;
import dev.curfew.revocation.narrowing.NarrowPlan;
import java.util.List;

/// What was asked for, what it comes to, and who can sign it here.
///
/// @param signers officers whose keys are on this machine
record Proposal(NarrowOrder order, NarrowPlan plan, List<Officer> signers) {
    Proposal {
        signers = List.copyOf(signers);
    }

    /// What people call the policy.
    String name() {
        return Words.brief(plan.policy().nativeId());
    }

    /// Whether the record reaches back as far as was asked: nothing is written on less.
    boolean isWhole() {
        return plan.use().covers(order.since());
    }
}
