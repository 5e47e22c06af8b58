package dev.curfew.governance.issue;

import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.SignedApproval;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.judgement.Judge;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyDecision;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.request.RequestRecord;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a request may be issued on, as far as the store and the ledger know. The row's state has to agree with the
/// ledger: a row that was set back opens nothing. Approval is an input: the policies are asked again, with the
/// signatures that still hold.
final class Clearance {
    private final Office office;
    private final RequestRecord requests;
    private final Decisions decisions;
    private final Openings openings;
    private final Judge judge;

    Clearance(Office office) {
        this.office = office;
        requests = new RequestRecord(office);
        decisions = new Decisions(office);
        openings = new Openings(office);
        judge = new Judge(office);
    }

    /// What the policies were asked about.
    record Sight(Snapshot snapshot, AddedReach adds) {}

    /// @return the request, whose approvals are genuine, or ILLEGAL_STATE, TOO_EARLY, USED, UNFINISHED, or as
    ///     `RequestRecord.find` and `Decisions.approvals`
    Outcome<ExceptionRequest> check(Transaction transaction, String requestId) {
        return recheck(transaction, requestId)
                .then(this::begun)
                .then(request -> extendable(transaction, request))
                .then(request -> unused(transaction, request));
    }

    private Outcome<ExceptionRequest> begun(ExceptionRequest request) {
        // Without the claim it began when it was asked for, whatever became of the clock since.
        boolean early = request.claims().containsKey(ExceptionRequest.STARTS)
                && office.clock().instant().isBefore(request.startsAt());
        return early
                ? Outcome.refused(
                        Refusal.TOO_EARLY, request.id(), request.startsAt().toString())
                : Outcome.done(request);
    }

    /// State beats clock: what is over is not extended, whenever that was signed.
    private static Outcome<ExceptionRequest> extendable(Transaction transaction, ExceptionRequest request) {
        Optional<String> over = request.extended()
                .filter(id ->
                        transaction.windows().find(id).filter(Window::isOpen).isEmpty());
        return over.isPresent()
                ? Outcome.refused(Refusal.ILLEGAL_STATE, over.get(), "ended", "extended")
                : Outcome.done(request);
    }

    /// The last look, when the target has issued already: nobody denied it meanwhile.
    ///
    /// @return as [#check], without USED and UNFINISHED
    Outcome<ExceptionRequest> recheck(Transaction transaction, String requestId) {
        return requests.find(transaction, requestId)
                .then(Clearance::approved)
                .then(request ->
                        decisions.approvals(transaction, Subject.of(request)).map(_ -> request));
    }

    /// What the policies say now.
    ///
    /// @return an allowing judgement, or NOT_APPROVED, APPROVAL_EXPIRED, POLICY_REFUSES, or as `Decisions.approvals`
    ///     and
    ///     `Judge.judge`
    Outcome<Judgement> allowed(Transaction transaction, ExceptionRequest request, Sight sight) {
        Subject subject = Subject.of(request);
        return decisions
                .approvals(transaction, subject)
                .then(all -> judge.judge(transaction, sight.snapshot(), request, sight.adds(), decisions.standing(all))
                        .then(judgement -> switch (judgement.decision()) {
                            case PolicyDecision.Allowed _ -> Outcome.done(judgement);
                            case PolicyDecision.Refused _ ->
                                Outcome.refused(Refusal.POLICY_REFUSES, request.id(), judgement.words());
                            case PolicyDecision.NeedsSignatures _ -> missing(request, all, judgement);
                        }));
    }

    private static Outcome<Judgement> missing(ExceptionRequest request, List<SignedApproval> all, Judgement judgement) {
        return all.stream()
                .map(SignedApproval::expiresAt)
                .filter(over -> !judgement.question().context().time().now().isBefore(over))
                .max(Comparator.naturalOrder())
                .<Outcome<Judgement>>map(
                        over -> Outcome.refused(Refusal.APPROVAL_EXPIRED, request.id(), over.toString()))
                .orElseGet(() -> Outcome.refused(Refusal.NOT_APPROVED, request.id(), judgement.words()));
    }

    private Outcome<ExceptionRequest> unused(Transaction transaction, ExceptionRequest request) {
        if (openings.used(transaction, request)) {
            return Outcome.refused(Refusal.USED, request.id());
        }
        Optional<LedgerEntry> unfinished = openings.unfinished(transaction, request);
        return unfinished.isPresent()
                ? Outcome.refused(
                        Refusal.UNFINISHED,
                        request.id(),
                        unfinished.get().event().at().toString())
                : Outcome.done(request);
    }

    private static Outcome<ExceptionRequest> approved(ExceptionRequest request) {
        return request.state() == RequestState.APPROVED
                ? Outcome.done(request)
                : Outcome.refused(
                        Refusal.ILLEGAL_STATE, request.id(), request.state().word(), "issued");
    }
}
