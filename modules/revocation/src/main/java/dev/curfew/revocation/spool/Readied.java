package dev.curfew.revocation.spool;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Revoker;
import dev.curfew.revocation.plan.SignedPlan;
import java.util.Map;

/// A plan that may run on one officer's signature, with everything it takes to run it without the workspace.
///
/// @param approval the officer's, over exactly this plan
public record Readied(SignedPlan plan, SignedText approval, Map<SourceName, Revoker> revokers) {
    public Readied {
        revokers = Map.copyOf(revokers);
    }
}
