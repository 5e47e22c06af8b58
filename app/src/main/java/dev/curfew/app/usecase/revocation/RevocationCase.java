package dev.curfew.app.usecase.revocation;

import dev.curfew.model.governance.Approval;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.revocation.approval.PlanStanding;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.plan.Told;
import dev.curfew.revocation.proof.Containment;
import dev.curfew.revocation.proof.MakersLeft;
import dev.curfew.revocation.spool.Spooled;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A plan with how far it came.
///
/// @param makers who could still make a credential in place of what was revoked
/// @param waiting who signed and what is missing, where somebody signed, more have to, and nothing was done yet
/// @param spooled what was done of it while the ledger could not be written, as long as that is not entered
public record RevocationCase(
        RevocationPlan plan,
        List<Approval> decisions,
        List<StepRecord> steps,
        List<ProbeAttempt> attempts,
        List<ProofRecord> proofs,
        MakersLeft makers,
        Optional<PlanStanding> waiting,
        Optional<Spooled> spooled) {
    public RevocationCase {
        decisions = List.copyOf(decisions);
        steps = List.copyOf(steps);
        attempts = List.copyOf(attempts);
        proofs = List.copyOf(proofs);
    }

    /// One that waits for nobody, all of which the ledger has.
    public RevocationCase(
            RevocationPlan plan,
            List<Approval> decisions,
            List<StepRecord> steps,
            List<ProbeAttempt> attempts,
            List<ProofRecord> proofs) {
        this(plan, decisions, steps, attempts, proofs, MakersLeft.ALL, Optional.empty(), Optional.empty());
    }

    /// All that is known of one that the ledger knows nothing of yet.
    static RevocationCase of(Spooled spooled) {
        return new RevocationCase(spooled.plan().plan(), List.of(), List.of(), List.of(), List.of()).with(spooled);
    }

    RevocationCase with(Optional<PlanStanding> missing) {
        return new RevocationCase(plan, decisions, steps, attempts, proofs, makers, missing, spooled);
    }

    /// @param newest the estate by the newest reading
    RevocationCase asOf(Supplier<Snapshot> newest) {
        MakersLeft left = MakersLeft.of(plan, steps, proofs, newest);
        return new RevocationCase(plan, decisions, steps, attempts, proofs, left, waiting, spooled);
    }

    RevocationCase with(Spooled spool) {
        return new RevocationCase(
                plan, decisions, spool.records(), attempts, proofs, makers, Optional.empty(), Optional.of(spool));
    }

    /// Whether the identities are contained, as far as the last run or verification tells: that of each credential, by
    /// the credential's id. Empty before anything was done.
    public Map<String, Containment> containments(Instant now) {
        return containments(now, Traces.UNASKED);
    }

    /// The same, after records told what was made meanwhile.
    public Map<String, Containment> containments(Instant now, Traces traces) {
        if (steps.stream().allMatch(step -> step.state() == StepState.PLANNED)) {
            return Map.of();
        }
        Map<String, Containment> byIdentity = Containment.of(plan, steps, proofs, makers, now).stream()
                .map(one -> one.given(traces, plan, steps, proofs))
                .collect(Collectors.toMap(Containment::identity, one -> one));
        Map<String, Containment> byCredential = new LinkedHashMap<>();
        Told.of(plan).forEach(told -> byCredential.put(told.credential(), byIdentity.get(told.identity())));
        return byCredential;
    }
}
