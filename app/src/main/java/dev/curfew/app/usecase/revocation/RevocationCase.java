package dev.curfew.app.usecase.revocation;

import dev.curfew.model.governance.Approval;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import java.util.List;

/// A plan with how far it came.
public record RevocationCase(
        RevocationPlan plan,
        List<Approval> decisions,
        List<StepRecord> steps,
        List<ProbeAttempt> attempts,
        List<ProofRecord> proofs) {
    public RevocationCase {
        decisions = List.copyOf(decisions);
        steps = List.copyOf(steps);
        attempts = List.copyOf(attempts);
        proofs = List.copyOf(proofs);
    }
}
