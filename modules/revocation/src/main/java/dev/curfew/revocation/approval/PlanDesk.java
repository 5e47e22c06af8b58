package dev.curfew.revocation.approval;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.plan.Planner;

/// Where officers decide on plans. One officer's signature is enough here, the planner's own too: taking access away
/// is not widening it. A second one is a matter of policy, later.
public final class PlanDesk {
    private final Office office;
    private final Planner planner;
    private final PlanRecord plans;
    private final Decisions decisions;

    public PlanDesk(Office office, Planner planner) {
        this.office = office;
        this.planner = planner;
        plans = new PlanRecord(office);
        decisions = new Decisions(office);
    }

    /// @return the review, or as `PlanRecord.find`
    public Outcome<PlanReview> review(String planId) throws InterruptedException {
        return switch (office.unitOfWork().run(transaction -> plans.find(transaction, planId))) {
            case Outcome.Refused<RevocationPlan>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<RevocationPlan>(RevocationPlan plan) ->
                Outcome.done(new PlanReview(plan, planner.recheck(plan)));
        };
    }

    /// Approves the plan that was shown. An approval that has expired may be given again; the newest counts.
    ///
    /// @return the receipt that the plan runs on, or CHANGED_SINCE_SHOWN, DENIED, or as `PlanRecord.find` and
    ///     `Decisions.enter`
    public Outcome<Receipt> approve(PlanReview shown, OfficerKey officer) {
        return decide(shown.plan(), Decision.APPROVE, shown.checked(), officer, "");
    }

    /// For good: a denied plan never runs.
    ///
    /// @param remark why; may be empty
    public Outcome<Receipt> deny(PlanReview shown, OfficerKey officer, String remark) {
        return decide(shown.plan(), Decision.DENY, shown.checked(), officer, remark.strip());
    }

    private Outcome<Receipt> decide(
            RevocationPlan shown, Decision decision, Checked checked, OfficerKey officer, String remark) {
        Subject subject = Subject.of(shown);
        return office.unitOfWork()
                .run(transaction -> plans.find(transaction, shown.id()).then(plan -> {
                    if (!plan.hash().equals(shown.hash())) {
                        return Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, shown.id());
                    }
                    return decisions.denied(transaction, subject)
                            ? Outcome.refused(Refusal.DENIED, shown.id())
                            : decisions.enter(transaction, officer, subject, decision, checked, remark);
                }));
    }
}
