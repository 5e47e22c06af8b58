package dev.curfew.revocation.approval;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.journal.EndedSince;
import dev.curfew.revocation.journal.EndedStep;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.plan.Planner.Planned;
import java.util.List;
import java.util.Map;

/// Where officers decide on plans. The planner's own signature counts, for taking access away is not widening it; how
/// many it takes, the policies say.
public final class PlanDesk {
    private final Office office;
    private final Planner planner;
    private final PlanRecord plans;
    private final Decisions decisions;
    private final PlanJudge judge;
    private final Catalogue catalogue;

    public PlanDesk(Office office, Planner planner, Catalogue catalogue) {
        this.office = office;
        this.planner = planner;
        plans = new PlanRecord(office);
        decisions = new Decisions(office);
        judge = new PlanJudge(office, catalogue);
        this.catalogue = catalogue;
    }

    /// @return the review, or as `PlanRecord.find` and `PlanJudge.standing`
    public Outcome<PlanReview> review(String planId) throws InterruptedException {
        Outcome<RevocationPlan> found = office.unitOfWork().run(transaction -> plans.find(transaction, planId));
        if (!(found instanceof Outcome.Done<RevocationPlan>(RevocationPlan plan))) {
            return found.then(_ -> Outcome.refused(Refusal.UNKNOWN_PLAN, planId));
        }
        return review(planner.recheck(plan));
    }

    /// @return the review of a plan whose preview was computed just now, or as `PlanJudge.standing`
    public Outcome<PlanReview> review(Planned planned) {
        RevocationPlan plan = planned.plan();
        List<EndedStep> ended =
                office.unitOfWork().run(transaction -> endedSince(transaction).of(plan));
        return standing(plan).map(standing -> new PlanReview(plan, planned.checked(), standing, ended));
    }

    /// What other plans did of plans since those were made.
    public EndedSince endedSince(Transaction transaction) {
        return new EndedSince(catalogue, transaction);
    }

    /// Who signed the plan, and what is missing.
    ///
    /// @return as `PlanJudge.standing`
    public Outcome<PlanStanding> standing(RevocationPlan plan) {
        Snapshot snapshot = office.store().current();
        return office.unitOfWork().run(transaction -> judge.standing(transaction, snapshot, plan));
    }

    /// Approves the plan that was shown. An approval that has expired may be given again; an officer's newest counts,
    /// once.
    ///
    /// @return the receipt that the plan runs on as soon as no signature is missing, or CHANGED_SINCE_SHOWN, DENIED,
    ///     POLICY_REFUSES, or as `PlanRecord.find` and `Decisions.enter`
    public Outcome<Receipt> approve(PlanReview shown, OfficerKey officer) {
        return decide(shown, Decision.APPROVE, officer, "");
    }

    /// For good: a denied plan never runs.
    ///
    /// @param remark why; may be empty
    public Outcome<Receipt> deny(PlanReview shown, OfficerKey officer, String remark) {
        return decide(shown, Decision.DENY, officer, remark.strip());
    }

    /// Enters an approval of exactly this plan that was signed on another machine. Its times are not judged here.
    ///
    /// @return the receipt, or CHANGED_SINCE_SHOWN, NO_VOICE_BY_FILES, DENIED, ALREADY_SIGNED, POLICY_REFUSES, or as
    ///     `PlanRecord.find` and `Decisions.verified`
    public Outcome<Receipt> admit(RevocationPlan asked, SignedText answer) {
        Subject subject = Subject.of(asked);
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> plans.find(transaction, asked.id())
                        .then(plan -> plan.hash().equals(asked.hash())
                                ? decisions.verified(transaction, subject, answer)
                                : Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, asked.id()))
                        .then(one -> unvoiced(asked, one))
                        .then(one -> first(transaction, subject, one))
                        .then(one -> judge.with(transaction, snapshot, asked, one))
                        .then(standing ->
                                decisions.admit(transaction, subject, answer, Map.of("judgement", standing.toJson()))));
    }

    private static Outcome<SignedApproval> unvoiced(RevocationPlan plan, SignedApproval one) {
        return one.voice() == null
                ? Outcome.done(one)
                : Outcome.refused(
                        Refusal.NO_VOICE_BY_FILES,
                        plan.id(),
                        one.officer(),
                        one.voice().of());
    }

    /// What was brought back once is not entered again.
    private Outcome<SignedApproval> first(Transaction transaction, Subject subject, SignedApproval one) {
        return decisions
                .standing(transaction, subject)
                .then(all -> all.stream().noneMatch(it -> it.officer().equals(one.officer()))
                        ? Outcome.done(one)
                        : Outcome.refused(Refusal.ALREADY_SIGNED, subject.id(), one.officer()));
    }

    private Outcome<Receipt> decide(PlanReview review, Decision decision, OfficerKey officer, String remark) {
        RevocationPlan shown = review.plan();
        Checked checked = review.checked();
        Subject subject = Subject.of(shown);
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> plans.find(transaction, shown.id()).then(plan -> {
                    if (!plan.hash().equals(shown.hash())) {
                        return Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, shown.id());
                    }
                    if (decisions.denied(transaction, subject)) {
                        return Outcome.refused(Refusal.DENIED, shown.id());
                    }
                    return decision == Decision.DENY
                            ? decisions.enter(transaction, officer, subject, decision, checked, remark)
                            : judge.with(transaction, snapshot, plan, officer.officer())
                                    .then(standing -> asShown(review, standing))
                                    .then(standing -> decisions.enter(
                                            transaction,
                                            officer,
                                            subject,
                                            decision,
                                            checked.under(standing.policiesHash()),
                                            remark,
                                            Map.of("judgement", standing.toJson())));
                }));
    }

    /// Policies that were saved since would be signed for unseen.
    private static Outcome<PlanStanding> asShown(PlanReview shown, PlanStanding now) {
        return now.policiesHash().equals(shown.standing().policiesHash())
                ? Outcome.done(now)
                : Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, shown.plan().id());
    }
}
