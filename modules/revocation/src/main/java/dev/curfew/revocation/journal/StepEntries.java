package dev.curfew.revocation.journal;

import dev.curfew.governance.issue.WindowBook;
import dev.curfew.governance.officer.Office;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is entered of the steps of one plan, row and ledger together, within the caller's unit of work.
public final class StepEntries {
    private final Office office;
    private final RevocationPlan plan;
    private final String actor;
    private final WindowBook windows;

    /// @param actor the officer on whose approval, or at whose wish, this is done
    public StepEntries(Office office, RevocationPlan plan, String actor) {
        this.office = office;
        this.plan = plan;
        this.actor = actor;
        windows = new WindowBook(office.auditLog());
    }

    /// Before the act: from here on it may have happened.
    ///
    /// @param at when it was begun
    /// @param details what else the entry is to say
    public void started(Transaction transaction, PlannedStep step, Instant at, Map<String, Object> details) {
        transaction.steps().save(new StepRecord(plan.id(), step.ordinal(), StepState.STARTED, at, ""));
        enter(transaction, "step.started", step, details);
    }

    /// After the act, with the end of the windows that hung on the credential.
    ///
    /// @param besides what else the entry is to say
    public StepState acted(
            Transaction transaction, PlannedStep step, ActionOutcome outcome, Map<String, Object> besides) {
        StepState state = state(outcome);
        transaction.steps().save(new StepRecord(plan.id(), step.ordinal(), state, outcome.at(), outcome.detail()));
        Map<String, Object> details = new LinkedHashMap<>(besides);
        details.put("outcome", state.name());
        details.put("detail", outcome.detail());
        enter(transaction, "step.acted", step, details);
        if (state == StepState.ACTED) {
            endWindows(transaction, step);
        }
        return state;
    }

    /// After it was taken back: only what was is told as that.
    void undone(Transaction transaction, PlannedStep step, Action action, ActionOutcome outcome) {
        if (outcome.isDone()) {
            transaction
                    .steps()
                    .save(new StepRecord(plan.id(), step.ordinal(), StepState.UNDONE, outcome.at(), outcome.detail()));
        }
        enter(
                transaction,
                "step.undone",
                step,
                Map.of("by", action.code(), "outcome", state(outcome).name(), "detail", outcome.detail()));
    }

    /// In place of the act: another plan did it. What was proved of that holds here too.
    void superseded(Transaction transaction, EndedStep ended, boolean last) {
        PlannedStep step = ended.step();
        transaction
                .steps()
                .save(new StepRecord(plan.id(), step.ordinal(), StepState.SUPERSEDED, ended.at(), ended.by()));
        enter(
                transaction,
                "step.superseded",
                step,
                Map.of("by", ended.planId(), "doneAt", ended.at().toString()));
        if (last) {
            proven(transaction, step, ended.proof());
        }
    }

    void proven(Transaction transaction, PlannedStep step, Proof proof) {
        transaction.proofs().save(new ProofRecord(plan.id(), step.ordinal(), step.credential(), proof));
        enter(transaction, "proof.recorded", step, Words.of(proof));
    }

    public static StepState state(ActionOutcome outcome) {
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ -> StepState.ACTED;
            case ActionOutcome.Refused _ -> StepState.REFUSED;
            case ActionOutcome.Uncertain _ -> StepState.UNCERTAIN;
        };
    }

    void endWindows(Transaction transaction, PlannedStep step) {
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

    void enter(Transaction transaction, String type, PlannedStep step, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("plan", plan.id());
        all.put("step", step.ordinal());
        all.put("credential", step.credential().text());
        all.put("action", step.action().code());
        enter(transaction, type, plan.hash(), all);
    }

    void enter(Transaction transaction, String type, String subjectHash, Map<String, Object> details) {
        office.auditLog()
                .append(transaction, new AuditEvent(type, office.clock().instant(), actor, subjectHash, details));
    }
}
