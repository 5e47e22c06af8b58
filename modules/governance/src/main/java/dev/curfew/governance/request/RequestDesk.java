package dev.curfew.governance.request;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.util.Locale;
import java.util.Optional;

/// Where officers decide on requests. What the request would add is computed again, here and now, for whoever decides.
public final class RequestDesk {
    private final Office office;
    private final PolicyReach reach;
    private final Decisions decisions;
    private final RequestRecord requests;

    public RequestDesk(Office office, PolicyReach reach) {
        this.office = office;
        this.reach = reach;
        this.decisions = new Decisions(office);
        this.requests = new RequestRecord(office);
    }

    /// What there is to decide on.
    ///
    /// @return the review, or as `RequestRecord.find`
    public Outcome<Review> review(String requestId) {
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction -> requests.find(transaction, requestId))
                .map(request -> look(snapshot, request));
    }

    private Review look(Snapshot snapshot, ExceptionRequest request) {
        if (PolicyTexts.of(snapshot, request.policy()).isEmpty()) {
            return new Review(request, null, Checked.on(snapshot, Recheck.NOT_CHECKED, ""));
        }
        AddedReach adds = reach.adds(snapshot, request.policy());
        Recheck recheck = adds.text().equals(request.addsReach()) ? Recheck.SAME : Recheck.CHANGED;
        return new Review(request, adds, Checked.on(snapshot, recheck, adds.hash()));
    }

    /// Approves what was shown, with the officer's own key.
    ///
    /// @return the receipt, or SELF_APPROVAL, ILLEGAL_STATE, POLICY_CHANGED, CHANGED_SINCE_SHOWN, or as
    ///     `RequestRecord.find` and `Decisions.enter`
    public Outcome<Receipt> approve(Review shown, OfficerKey officer) {
        ExceptionRequest request = shown.request();
        Snapshot snapshot = office.store().current();
        Optional<Policy> policy = PolicyTexts.of(snapshot, request.policy());
        if (policy.isPresent() && !PolicyTexts.hash(policy.get().text()).equals(request.policyTextHash())) {
            return Outcome.refused(
                    Refusal.POLICY_CHANGED, request.id(), request.policy().text());
        }
        if (!look(snapshot, request)
                .checked()
                .effectHash()
                .equals(shown.checked().effectHash())) {
            return Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, request.id());
        }
        if (request.requester().equals(officer.officer())) {
            return Outcome.refused(Refusal.SELF_APPROVAL, request.id(), officer.officer());
        }
        return decide(request, Decision.APPROVE, shown.checked(), officer, "");
    }

    /// Denies it, now or after an approval that was not used yet; whoever asked may take it back so as well.
    ///
    /// @param remark why, in the officer's words; may be empty
    /// @return the receipt, or ILLEGAL_STATE, or as `RequestRecord.find` and `Decisions.enter`
    public Outcome<Receipt> deny(Review shown, OfficerKey officer, String remark) {
        return decide(shown.request(), Decision.DENY, shown.checked(), officer, remark.strip());
    }

    private Outcome<Receipt> decide(
            ExceptionRequest shown, Decision decision, Checked checked, OfficerKey officer, String remark) {
        return office.unitOfWork()
                .run(transaction -> requests.find(transaction, shown.id())
                        .then(request -> request.toJson().equals(shown.toJson())
                                ? decide(transaction, request, decision, checked, officer, remark)
                                : Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, shown.id())));
    }

    private Outcome<Receipt> decide(
            Transaction transaction,
            ExceptionRequest request,
            Decision decision,
            Checked checked,
            OfficerKey officer,
            String remark) {
        RequestState next = decision == Decision.APPROVE ? RequestState.APPROVED : RequestState.DENIED;
        if (!request.state().mayBecome(next)) {
            return Outcome.refused(Refusal.ILLEGAL_STATE, request.id(), words(request.state()), words(next));
        }
        Subject subject = Subject.of(request);
        // The row could have been set back to PENDING; the ledger remembers.
        if (decisions.denied(transaction, subject)) {
            return Outcome.refused(Refusal.DENIED, request.id());
        }
        Outcome<Receipt> receipt = decisions.enter(transaction, officer, subject, decision, checked, remark);
        if (receipt instanceof Outcome.Done) {
            transaction.requests().save(request.to(next));
        }
        return receipt;
    }

    private static String words(RequestState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
