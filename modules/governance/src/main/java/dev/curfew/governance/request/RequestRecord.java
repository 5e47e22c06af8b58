package dev.curfew.governance.request;

import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.Objects;
import java.util.Optional;

/// Reads a request back, and believes it only if the ledger saw exactly it submitted, signed by its requester. Its
/// state is the row's, unless the ledger saw it end unissued; what else hangs on a state is confirmed in the ledger by
/// whoever acts on it.
public final class RequestRecord {
    static final String SUBMITTED = "request.submitted";

    private final Office office;

    public RequestRecord(Office office) {
        this.office = office;
    }

    /// @return the request, or UNKNOWN_REQUEST, ILLEGAL_STATE if it is or was a draft, FORGED, or as
    ///     `Requesters.publicKey`
    public Outcome<ExceptionRequest> find(Transaction transaction, String id) {
        Optional<ExceptionRequest> request = transaction.requests().find(id);
        if (request.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_REQUEST, id);
        }
        Optional<LedgerEntry> entry = office.auditLog()
                .confirm(transaction, SUBMITTED, Subject.of(request.get()).hash());
        return entry.isEmpty()
                ? unsubmitted(transaction, request.get())
                : new Requesters(office)
                        .publicKey(
                                transaction,
                                request.get().requester(),
                                entry.get().index())
                        .then(publicKey -> verify(transaction, request.get(), entry.get(), publicKey));
    }

    /// The requester's, as the ledger has it; empty if it has none.
    public String signature(Transaction transaction, ExceptionRequest request) {
        return office.auditLog()
                .confirm(transaction, SUBMITTED, Subject.of(request).hash())
                .map(RequestRecord::signature)
                .orElse("");
    }

    private static String signature(LedgerEntry entry) {
        return Objects.toString(entry.event().details().get("signature"), "");
    }

    private Outcome<ExceptionRequest> verify(
            Transaction transaction, ExceptionRequest request, LedgerEntry entry, String publicKey) {
        return Ed25519.verifies(publicKey, CanonicalJson.text(request.toJson()), signature(entry))
                ? Outcome.done(RequestEnds.inLedger(office, transaction, request)
                        .map(request::as)
                        .orElse(request))
                : forged(request);
    }

    private Outcome<ExceptionRequest> unsubmitted(Transaction transaction, ExceptionRequest request) {
        boolean draft = office.auditLog()
                .confirm(transaction, Drafts.KEPT, Subject.of(request).hash())
                .isPresent();
        return draft
                ? Outcome.refused(
                        Refusal.ILLEGAL_STATE,
                        request.id(),
                        Messages.of(RequestRecord.class).text("drafted"),
                        Messages.of(RequestRecord.class).text("as-request"))
                : forged(request);
    }

    private static Outcome<ExceptionRequest> forged(ExceptionRequest request) {
        return Outcome.refused(
                Refusal.FORGED, request.id(), Messages.of(RequestRecord.class).text("row"));
    }
}
