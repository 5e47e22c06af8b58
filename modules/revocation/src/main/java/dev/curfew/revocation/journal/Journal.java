package dev.curfew.revocation.journal;

import dev.curfew.governance.issue.WindowBook;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The journal of one plan's run: each line committed with its ledger entry before the next thing happens, so that a
/// crash anywhere leaves the truth.
public final class Journal {
    private static final String MATCHED = "value.matched";

    private final Office office;
    private final RevocationPlan plan;
    private final String actor;
    private final WindowBook windows;
    private final UnitOfWork units;

    /// @param actor the officer on whose approval, or at whose wish, this is done
    public Journal(Office office, RevocationPlan plan, String actor) {
        this.office = office;
        this.plan = plan;
        this.actor = actor;
        windows = new WindowBook(office.auditLog());
        units = new GroupCommit(office.unitOfWork());
    }

    public StepState state(PlannedStep step) {
        return record(step).map(StepRecord::state).orElse(StepState.PLANNED);
    }

    public Optional<StepRecord> record(PlannedStep step) {
        return units.run(transaction -> transaction.steps().find(plan.id() + "/" + step.ordinal()));
    }

    public Optional<Proof> proof(PlannedStep step) {
        return units.run(transaction ->
                transaction.proofs().find(plan.id() + "/" + step.ordinal()).map(ProofRecord::proof));
    }

    public List<ProbeAttempt> attempts(PlannedStep step) {
        return units.run(transaction -> transaction.attempts().startingWith(plan.id() + "/" + step.ordinal() + "/"));
    }

    /// What the source listed before anything was done, and before a try overwrote when it was last used.
    public void evidence(PlannedStep step, String listing) {
        units.run(transaction -> enter(transaction, "evidence.listed", step, Map.of("listing", listing)));
    }

    /// As [#started], for all that begins at once: the acts do not wait for one another's lines.
    public void started(List<PlannedStep> steps) {
        units.run(transaction -> {
            for (PlannedStep step : steps) {
                transaction.steps().save(started(step));
                enter(transaction, "step.started", step, Map.of());
            }
            return steps.size();
        });
    }

    private StepRecord started(PlannedStep step) {
        return new StepRecord(
                plan.id(), step.ordinal(), StepState.STARTED, office.clock().instant(), "");
    }

    /// Before the act: from here on it may have happened.
    public void started(PlannedStep step, String listing) {
        units.run(transaction -> {
            transaction.steps().save(started(step));
            return enter(transaction, "step.started", step, Map.of("listing", listing));
        });
    }

    /// After the act, with the end of the windows that hung on the credential.
    public void acted(PlannedStep step, ActionOutcome outcome) {
        StepState state = state(outcome);
        units.run(transaction -> {
            transaction.steps().save(new StepRecord(plan.id(), step.ordinal(), state, outcome.at(), outcome.detail()));
            enter(transaction, "step.acted", step, Map.of("outcome", state.name(), "detail", outcome.detail()));
            if (state == StepState.ACTED) {
                endWindows(transaction, step);
            }
            return state;
        });
    }

    /// After it was taken back. What was not, stands as it stood.
    ///
    /// @param action that took it back
    public void undone(PlannedStep step, Action action, ActionOutcome outcome) {
        units.run(transaction -> {
            if (outcome.isDone()) {
                transaction
                        .steps()
                        .save(new StepRecord(
                                plan.id(), step.ordinal(), StepState.UNDONE, outcome.at(), outcome.detail()));
            }
            return enter(
                    transaction,
                    "step.undone",
                    step,
                    Map.of("by", action.code(), "outcome", state(outcome).name(), "detail", outcome.detail()));
        });
    }

    private static StepState state(ActionOutcome outcome) {
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ -> StepState.ACTED;
            case ActionOutcome.Refused _ -> StepState.REFUSED;
            case ActionOutcome.Uncertain _ -> StepState.UNCERTAIN;
        };
    }

    public ProbeAttempt tried(PlannedStep step, boolean beforeAct, ProbeOutcome outcome) {
        return units.run(transaction -> {
            int number = 1
                    + transaction
                            .attempts()
                            .startingWith(plan.id() + "/" + step.ordinal() + "/")
                            .size();
            ProbeAttempt attempt = new ProbeAttempt(plan.id(), step.ordinal(), number, beforeAct, outcome);
            transaction.attempts().save(attempt);
            Map<String, Object> details = new LinkedHashMap<>(Words.of(outcome));
            details.put("attempt", number);
            details.put("beforeAct", beforeAct);
            enter(transaction, "probe.attempted", step, details);
            return attempt;
        });
    }

    /// That this very value was the credential's own, so that it is known again when the source no longer says.
    public void matched(PlannedStep step, String fingerprint) {
        units.run(transaction -> enter(
                transaction,
                MATCHED,
                matchHash(step.credential(), fingerprint),
                Map.of("plan", plan.id(), "credential", step.credential().text())));
    }

    public boolean wasMatched(CredentialId credential, String fingerprint) {
        return units.run(transaction ->
                        office.auditLog().confirm(transaction, MATCHED, matchHash(credential, fingerprint)))
                .isPresent();
    }

    private String matchHash(CredentialId credential, String fingerprint) {
        return Sha256.ofJson(Map.of("plan", plan.hash(), "credential", credential.text(), "fingerprint", fingerprint));
    }

    public void proven(PlannedStep step, Proof proof) {
        units.run(transaction -> {
            transaction.proofs().save(new ProofRecord(plan.id(), step.ordinal(), step.credential(), proof));
            enter(transaction, "proof.recorded", step, Words.of(proof));
            if (proof instanceof Proof.Proved || proof instanceof Proof.ProvedAfter) {
                // An act whose answer was lost is known by its effect.
                endWindows(transaction, step);
            }
            return proof;
        });
    }

    private void endWindows(Transaction transaction, PlannedStep step) {
        for (Window window : windows.openOn(transaction, step.credential())) {
            windows.end(
                    transaction,
                    window.id(),
                    WindowEnd.REVOKED,
                    office.clock().instant(),
                    actor,
                    Map.of("plan", plan.id(), "step", step.ordinal()));
        }
    }

    private boolean enter(Transaction transaction, String type, PlannedStep step, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("plan", plan.id());
        all.put("step", step.ordinal());
        all.put("credential", step.credential().text());
        all.put("action", step.action().code());
        return enter(transaction, type, plan.hash(), all);
    }

    private boolean enter(Transaction transaction, String type, String subjectHash, Map<String, Object> details) {
        office.auditLog()
                .append(transaction, new AuditEvent(type, office.clock().instant(), actor, subjectHash, details));
        return true;
    }
}
