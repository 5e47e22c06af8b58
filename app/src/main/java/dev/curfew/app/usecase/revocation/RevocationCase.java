package dev.curfew.app.usecase.revocation;

import dev.curfew.model.governance.Approval;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.plan.Told;
import dev.curfew.revocation.proof.Containment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /// Whether the identities are contained, as far as the last run or verification tells: that of each credential, by
    /// the credential's id. Empty before anything was done.
    public Map<String, Containment> containments(Instant now) {
        if (steps.stream().allMatch(step -> step.state() == StepState.PLANNED)) {
            return Map.of();
        }
        Map<String, Containment> byIdentity = Containment.of(plan, steps, proofs, now).stream()
                .collect(Collectors.toMap(Containment::identity, one -> one));
        Map<String, Containment> byCredential = new LinkedHashMap<>();
        Told.of(plan).forEach(told -> byCredential.put(told.credential(), byIdentity.get(told.identity())));
        return byCredential;
    }
}
