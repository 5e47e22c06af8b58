package dev.curfew.revocation.journal;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import java.util.Optional;

/// Reads a plan back, and believes it only if the ledger saw exactly it made.
public final class PlanRecord {
    public static final String MADE = "plan.made";

    private final Office office;

    public PlanRecord(Office office) {
        this.office = office;
    }

    /// @return the plan, or UNKNOWN_PLAN, or FORGED
    public Outcome<RevocationPlan> find(Transaction transaction, String id) {
        Optional<RevocationPlan> plan = transaction.plans().find(id);
        if (plan.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_PLAN, id);
        }
        return made(transaction, plan.get())
                ? Outcome.done(plan.get())
                : Outcome.refused(
                        Refusal.FORGED, id, Messages.of(PlanRecord.class).text("row"));
    }

    private boolean made(Transaction transaction, RevocationPlan plan) {
        return office.auditLog().confirm(transaction, MADE, plan.hash()).isPresent();
    }
}
