package dev.curfew.revocation.run;

import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.approval.PlanJudge;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.playbook.PlaybookWarrant;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.undo.TakingBack;

/// Whether a plan may run: the ledger, not the receipt in hand, is asked.
final class Warrant {
    private final AuditLog auditLog;
    private final PlanRecord plans;
    private final Decisions decisions;
    private final PlaybookWarrant playbooks;
    private final PlanJudge judge;

    Warrant(Bench bench) {
        auditLog = bench.office().auditLog();
        plans = new PlanRecord(bench.office());
        decisions = new Decisions(bench.office());
        playbooks = new PlaybookWarrant(bench.office(), bench.catalogue());
        judge = new PlanJudge(bench.office(), bench.catalogue());
    }

    /// @param snapshot the newest
    /// @return the plan, or TAKEN_BACK, NOT_APPROVED, DENIED, FORGED, APPROVAL_EXPIRED, SIGNATURES_MISSING,
    ///     POLICY_REFUSES, or as
    ///     `PlanRecord.find` and `PlaybookWarrant.receipt`
    Outcome<RevocationPlan> check(Transaction transaction, Snapshot snapshot, RevocationPlan plan, Receipt receipt) {
        return standing(transaction, plan, receipt)
                .then(standing -> standing.equals(receipt) ? Outcome.done(plan) : otherReceipt(plan))
                .then(_ -> plans.find(transaction, plan.id()))
                .then(kept -> kept.hash().equals(plan.hash()) ? Outcome.done(plan) : otherReceipt(plan))
                .then(_ -> judged(transaction, snapshot, plan, receipt));
    }

    /// A playbook's quorum signed for what it does; what nobody may do it may not either.
    private Outcome<RevocationPlan> judged(
            Transaction transaction, Snapshot snapshot, RevocationPlan plan, Receipt receipt) {
        return Playbook.isActor(receipt.officer())
                ? left(transaction, plan).then(_ -> judge.notForbidden(transaction, snapshot, plan))
                : judge.allowed(transaction, snapshot, plan).map(_ -> plan);
    }

    /// A playbook that went on would end again what an officer has given back.
    private Outcome<RevocationPlan> left(Transaction transaction, RevocationPlan plan) {
        return TakingBack.isDecided(auditLog, transaction, plan)
                ? Outcome.refused(Refusal.TAKEN_BACK, plan.id())
                : Outcome.done(plan);
    }

    /// A plan that a playbook made may be approved by an officer too, and then runs on that.
    private Outcome<Receipt> standing(Transaction transaction, RevocationPlan plan, Receipt receipt) {
        return Playbook.isActor(receipt.officer()) && !decisions.denied(transaction, Subject.of(plan))
                ? playbooks.receipt(transaction, plan)
                : decisions.receipt(transaction, Subject.of(plan));
    }

    private static Outcome<RevocationPlan> otherReceipt(RevocationPlan plan) {
        return Outcome.refused(
                Refusal.FORGED, plan.id(), Messages.of(Warrant.class).text("receipt"));
    }
}
