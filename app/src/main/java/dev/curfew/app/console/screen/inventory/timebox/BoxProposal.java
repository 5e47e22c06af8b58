package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.model.governance.Officer;
import dev.curfew.revocation.timebox.BoxOrder;
import dev.curfew.revocation.timebox.BoxPlan;
import java.util.List;

/// What was asked for, what it comes to, and who can sign it here.
///
/// @param signers officers whose keys are on this machine
record BoxProposal(BoxOrder order, BoxPlan plan, List<Officer> signers) {
    BoxProposal {
        signers = List.copyOf(signers);
    }
}
