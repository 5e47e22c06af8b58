package dev.curfew.revocation.undo;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.approval.PlanJudge;
import dev.curfew.revocation.approval.PlanStanding;
import dev.curfew.revocation.catalogue.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Who has to sign that a plan is taken back: as many as the policies want for the plan, for access is given again that
/// no fewer took away.
final class Consent {
    private final Decisions decisions;
    private final PlanJudge judge;

    Consent(Office office, Catalogue catalogue) {
        decisions = new Decisions(office);
        judge = new PlanJudge(office, catalogue);
    }

    /// @return the receipt, or as `PlanJudge.standing` and `Decisions.enter`
    Outcome<Receipt> sign(Transaction transaction, Snapshot snapshot, OfficerKey officer, Reversal shown) {
        Subject subject = subject(shown);
        return judge.standing(transaction, snapshot, shown.plan(), subject)
                .then(standing -> decisions.enter(
                        transaction,
                        officer,
                        subject,
                        Decision.APPROVE,
                        Checked.on(snapshot, Recheck.SAME, subject.hash()).under(standing.policiesHash()),
                        ""));
    }

    /// @return it, if enough signed exactly this, or UNDO_NEEDS_SIGNATURES, or as `PlanJudge.standing`
    Outcome<Reversal> given(Transaction transaction, Snapshot snapshot, Reversal reversal) {
        RevocationPlan plan = reversal.plan();
        return judge.standing(transaction, snapshot, plan, subject(reversal))
                .then(standing -> switch (standing.decision()) {
                    case PolicyDecision.NeedsSignatures _ -> missing(plan, standing);
                    case PolicyDecision.Allowed _, PolicyDecision.Refused _ ->
                        asManyAsBefore(transaction, plan, standing)
                                .then(many -> many ? Outcome.done(reversal) : missing(plan, standing));
                });
    }

    /// What may not be ended any more, or by fewer now, may be given back, but not by fewer than ended it.
    private Outcome<Boolean> asManyAsBefore(Transaction transaction, RevocationPlan plan, PlanStanding standing) {
        return decisions
                .approvals(transaction, Subject.of(plan))
                .map(List<SignedApproval>::size)
                .map(before -> standing.signed().size() >= before);
    }

    private static <T> Outcome<T> missing(RevocationPlan plan, PlanStanding standing) {
        return Outcome.refused(
                Refusal.UNDO_NEEDS_SIGNATURES, plan.id(), String.join(", ", standing.officers()), standing.words());
    }

    private static Subject subject(Reversal reversal) {
        String hash = Sha256.ofJson(Map.of("planHash", reversal.plan().hash(), "acts", reversal.texts()));
        List<String> targets = reversal.acts().stream()
                .map(act -> act.step().credential().text())
                .distinct()
                .toList();
        return new Subject(Subject.Kind.UNDO, "undo of " + reversal.plan().id(), hash, targets, "", Instant.EPOCH);
    }
}
