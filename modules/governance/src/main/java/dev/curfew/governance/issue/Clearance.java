package dev.curfew.governance.issue;

import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.RequestRecord;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import java.util.Locale;
import java.util.Optional;

/// Whether a request may be issued on, as far as the store and the ledger know. The row's state has to agree with the
/// ledger: a row that was set back opens nothing.
final class Clearance {
    private final RequestRecord requests;
    private final Decisions decisions;
    private final Openings openings;

    Clearance(Office office) {
        requests = new RequestRecord(office);
        decisions = new Decisions(office);
        openings = new Openings(office);
    }

    /// @param receipt the approval, confirmed and verified
    record Cleared(ExceptionRequest request, Receipt receipt) {}

    /// @return the request with its receipt, or ILLEGAL_STATE, USED, UNFINISHED, or as `RequestRecord.find` and
    ///     `Decisions.receipt`
    Outcome<Cleared> check(Transaction transaction, String requestId) {
        return requests.find(transaction, requestId)
                .then(Clearance::approved)
                .then(request -> check(transaction, request));
    }

    /// The last look, when the target has issued already: nobody denied it meanwhile.
    Outcome<Cleared> recheck(Transaction transaction, String requestId) {
        return requests.find(transaction, requestId)
                .then(Clearance::approved)
                .then(request -> receipt(transaction, request));
    }

    private Outcome<Cleared> check(Transaction transaction, ExceptionRequest request) {
        if (openings.used(transaction, request)) {
            return Outcome.refused(Refusal.USED, request.id());
        }
        Optional<LedgerEntry> unfinished = openings.unfinished(transaction, request);
        if (unfinished.isPresent()) {
            return Outcome.refused(
                    Refusal.UNFINISHED,
                    request.id(),
                    unfinished.get().event().at().toString());
        }
        return receipt(transaction, request);
    }

    private static Outcome<ExceptionRequest> approved(ExceptionRequest request) {
        return request.state() == RequestState.APPROVED
                ? Outcome.done(request)
                : Outcome.refused(
                        Refusal.ILLEGAL_STATE,
                        request.id(),
                        request.state().name().toLowerCase(Locale.ROOT),
                        "issued");
    }

    private Outcome<Cleared> receipt(Transaction transaction, ExceptionRequest request) {
        return decisions.receipt(transaction, Subject.of(request)).map(receipt -> new Cleared(request, receipt));
    }
}
