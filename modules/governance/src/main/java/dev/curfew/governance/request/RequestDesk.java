package dev.curfew.governance.request;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.approval.Voice;
import dev.curfew.governance.delegation.DelegationDesk;
import dev.curfew.governance.duty.Duties;
import dev.curfew.governance.judgement.Judge;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.reach.PolicyTexts;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.governance.signin.SignInBook;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where officers decide on requests. What the request would add is computed again, here and now, for whoever decides.
public final class RequestDesk {
    private final Office office;
    private final PolicyReach reach;
    private final Decisions decisions;
    private final RequestRecord requests;
    private final Judge judge;

    public RequestDesk(Office office, PolicyReach reach) {
        this.office = office;
        this.reach = reach;
        this.decisions = new Decisions(office);
        this.requests = new RequestRecord(office);
        this.judge = new Judge(office);
    }

    /// What there is to decide on.
    ///
    /// @return the review, or as `RequestRecord.find`, `Decisions.approvals` and `Judge.judge`
    public Outcome<Review> review(String requestId) {
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction ->
                        requests.find(transaction, requestId).then(request -> review(transaction, snapshot, request)));
    }

    private Outcome<Review> review(Transaction transaction, Snapshot snapshot, ExceptionRequest request) {
        boolean there = PolicyTexts.of(snapshot, request.policy()).isPresent();
        AddedReach adds = addsNow(snapshot, request);
        List<SignedApproval> none = List.of();
        Outcome<List<SignedApproval>> signed = request.state().isTerminal()
                ? Outcome.done(none)
                : decisions.standing(transaction, Subject.of(request));
        return signed.then(approvals -> judge.judge(transaction, snapshot, request, adds, approvals))
                .map(judgement -> new Review(
                        request,
                        there ? adds : null,
                        checked(snapshot, request, adds, there).under(judgement.policiesHash()),
                        judgement,
                        List.of()));
    }

    /// Adds what would get a better answer, for whoever reads it: some hundred questions to the policies.
    public Review explain(Review shown) {
        return shown.request().state().isTerminal()
                ? shown
                : shown.with(
                        office.unitOfWork().run(transaction -> judge.alternatives(transaction, shown.judgement())));
    }

    private static Checked checked(Snapshot snapshot, ExceptionRequest request, AddedReach adds, boolean there) {
        if (!there) {
            return Checked.on(snapshot, Recheck.NOT_CHECKED, "");
        }
        Recheck recheck = adds.text().equals(request.addsReach()) ? Recheck.SAME : Recheck.CHANGED;
        return Checked.on(snapshot, recheck, adds.hash());
    }

    /// Approves what was shown, with the officer's own key.
    ///
    /// @return the receipt, also where more signatures are missing; or SELF_APPROVAL, ALREADY_SIGNED, ILLEGAL_STATE,
    ///     POLICY_CHANGED, POLICY_REFUSES, SIGN_IN_NEEDED, DUTY, CHANGED_SINCE_SHOWN, or as `RequestRecord.find`,
    ///     `Judge.judge` and
    ///     `Decisions.enter`
    public Outcome<Receipt> approve(Review shown, OfficerKey officer) {
        return approve(shown, officer, "");
    }

    /// Approves what was shown, with the officer's own key, and the voice that another one handed to them.
    ///
    /// @param voiceOf whose; empty where it is the officer's own alone
    /// @return as [#approve(Review, OfficerKey)], or NOT_DELEGATED
    public Outcome<Receipt> approve(Review shown, OfficerKey officer, String voiceOf) {
        ExceptionRequest request = shown.request();
        Snapshot snapshot = office.store().current();
        Optional<Policy> policy = PolicyTexts.of(snapshot, request.policy());
        if (policy.isPresent() && !PolicyTexts.hash(policy.get().text()).equals(request.policyTextHash())) {
            return Outcome.refused(
                    Refusal.POLICY_CHANGED, request.id(), request.policy().text());
        }
        AddedReach adds = addsNow(snapshot, request);
        if (!checked(snapshot, request, adds, policy.isPresent())
                .effectHash()
                .equals(shown.checked().effectHash())) {
            return Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, request.id());
        }
        if (List.of(officer.officer(), voiceOf).contains(request.requester())) {
            return Outcome.refused(Refusal.SELF_APPROVAL, request.id(), request.requester());
        }
        return office.unitOfWork()
                .run(transaction -> unchanged(transaction, request)
                        .then(found -> about(transaction, officer, voiceOf)
                                .then(one ->
                                        approve(transaction, snapshot, found, adds, shown.checked(), officer, one))));
    }

    /// The policies are asked again with the new signature: it may be the last that was missing, or help nothing.
    private Outcome<Receipt> approve(
            Transaction transaction,
            Snapshot snapshot,
            ExceptionRequest request,
            AddedReach adds,
            Checked checked,
            OfficerKey officer,
            SignedApproval one) {
        if (request.state() != RequestState.PENDING) {
            return illegal(request, RequestState.APPROVED);
        }
        Subject subject = Subject.of(request);
        return decisions
                .standing(transaction, subject)
                .then(signed -> judge.approvable(transaction, snapshot, request, adds, signed, one))
                .then(judgement -> sameAs(checked, judgement, request))
                .then(judgement -> enter(transaction, request, checked, officer, one, judgement));
    }

    /// Policies that were saved since would be signed for unseen.
    private static Outcome<Judgement> sameAs(Checked shown, Judgement now, ExceptionRequest request) {
        return now.policiesHash().equals(shown.policies())
                ? Outcome.done(now)
                : Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, request.id());
    }

    private AddedReach addsNow(Snapshot snapshot, ExceptionRequest request) {
        return PolicyTexts.of(snapshot, request.policy()).isPresent()
                ? reach.adds(snapshot, request.policy())
                : AddedReach.unknown(request.policy().text());
    }

    private Outcome<SignedApproval> about(Transaction transaction, OfficerKey officer, String voiceOf) {
        return voiceOf.isEmpty()
                ? Outcome.done(about(officer, null))
                : new DelegationDesk(office)
                        .voice(transaction, voiceOf, officer.officer())
                        .map(voice -> about(officer, voice));
    }

    private SignedApproval about(OfficerKey officer, @Nullable Voice voice) {
        return SignedApproval.about(
                officer.officer(), office.device().id(), office.clock().instant(), voice);
    }

    private Outcome<Receipt> enter(
            Transaction transaction,
            ExceptionRequest request,
            Checked checked,
            OfficerKey officer,
            SignedApproval one,
            Judgement judgement) {
        Outcome<Receipt> receipt = new SignInBook(office)
                .carried(transaction, one)
                .then(signIn -> decisions.enter(
                        transaction,
                        officer,
                        Subject.of(request),
                        Decision.APPROVE,
                        checked,
                        "",
                        besides(judgement, signIn),
                        one.voice()));
        if (receipt instanceof Outcome.Done && judgement.allows()) {
            transaction.requests().save(request.to(RequestState.APPROVED));
        }
        return receipt.then(entered -> Duties.counted(office, transaction, request, entered, one.names()));
    }

    private static Map<String, Object> besides(Judgement judgement, Optional<SignIn> signIn) {
        Map<String, Object> besides = new HashMap<>();
        besides.put("judgement", judgement.toJson());
        signIn.ifPresent(one -> besides.put("signIn", one.toJson()));
        return besides;
    }

    /// Denies it, now or after an approval that was not used yet; whoever asked may take it back so as well.
    ///
    /// @param remark why, in the officer's words; may be empty
    /// @return the receipt, or ILLEGAL_STATE, or as `RequestRecord.find` and `Decisions.enter`
    public Outcome<Receipt> deny(Review shown, OfficerKey officer, String remark) {
        return office.unitOfWork()
                .run(transaction -> unchanged(transaction, shown.request())
                        .then(request -> deny(transaction, request, shown.checked(), officer, remark.strip())));
    }

    private Outcome<Receipt> deny(
            Transaction transaction, ExceptionRequest request, Checked checked, OfficerKey officer, String remark) {
        if (!request.state().mayBecome(RequestState.DENIED)) {
            return illegal(request, RequestState.DENIED);
        }
        Subject subject = Subject.of(request);
        // The row could have been set back to PENDING; the ledger remembers.
        if (decisions.denied(transaction, subject)) {
            return Outcome.refused(Refusal.DENIED, request.id());
        }
        Outcome<Receipt> receipt = decisions.enter(transaction, officer, subject, Decision.DENY, checked, remark);
        if (receipt instanceof Outcome.Done) {
            transaction.requests().save(request.to(RequestState.DENIED));
        }
        return receipt;
    }

    private Outcome<ExceptionRequest> unchanged(Transaction transaction, ExceptionRequest shown) {
        return requests.find(transaction, shown.id())
                .then(request -> request.toJson().equals(shown.toJson())
                        ? Outcome.done(request)
                        : Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, shown.id()));
    }

    private static <T> Outcome<T> illegal(ExceptionRequest request, RequestState next) {
        return Outcome.refused(
                Refusal.ILLEGAL_STATE, request.id(), request.state().word(), next.word());
    }
}
