package dev.curfew.revocation.run;

import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.journal.PlanRecord;

/// Whether a plan may run: the ledger, not the receipt in hand, is asked.
final class Warrant {
    private final PlanRecord plans;
    private final Decisions decisions;

    Warrant(Office office) {
        plans = new PlanRecord(office);
        decisions = new Decisions(office);
    }

    /// @return the plan, or NOT_APPROVED, DENIED, FORGED, APPROVAL_EXPIRED, or as `PlanRecord.find`
    Outcome<RevocationPlan> check(Transaction transaction, RevocationPlan plan, Receipt receipt) {
        return decisions
                .receipt(transaction, Subject.of(plan))
                .then(standing -> standing.equals(receipt) ? Outcome.done(plan) : otherReceipt(plan))
                .then(_ -> plans.find(transaction, plan.id()))
                .then(kept -> kept.hash().equals(plan.hash()) ? Outcome.done(plan) : otherReceipt(plan));
    }

    private static Outcome<RevocationPlan> otherReceipt(RevocationPlan plan) {
        return Outcome.refused(
                Refusal.FORGED, plan.id(), Messages.of(Warrant.class).text("receipt"));
    }
}
