package dev.curfew.governance.request;

import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Requests that nobody was asked yet. Whoever keeps one signs it, so that nobody else changes what they ask for; the
/// ledger is believed before the row: what was submitted, changed or discarded is not submitted again.
public final class Drafts {
    static final String KEPT = "draft.kept";
    private static final String CLOSED = "draft.closed";

    private final Office office;
    private final Requests requests;

    public Drafts(Office office, Requests requests) {
        this.office = office;
        this.requests = requests;
    }

    /// @return the draft, or as `Requests.draw` and `Requesters.holder`
    public Outcome<ExceptionRequest> keep(SigningKey requester, RequestOrder order) {
        return requests.draw(order)
                .then(drawn -> office.unitOfWork()
                        .run(transaction -> new Requesters(office)
                                .holder(transaction, requester)
                                .map(_ -> enter(
                                        transaction,
                                        requester,
                                        requests.request(requests.newId(transaction), requester.requester(), drawn)))));
    }

    /// Puts something else in its place, under the same id.
    ///
    /// @return the draft as it is now, or as [#keep] and [#open]
    public Outcome<ExceptionRequest> change(SigningKey requester, String id, RequestOrder order) {
        return requests.draw(order)
                .then(drawn -> office.unitOfWork()
                        .run(transaction -> open(transaction, requester, id).map(before -> {
                            close(transaction, before, "changed");
                            return enter(transaction, requester, requests.request(id, requester.requester(), drawn));
                        })));
    }

    /// Asks for what was drafted, as it is judged now; what is refused stays a draft.
    ///
    /// @return what the policies say, or as [#open] and `Requests.ask`
    public Outcome<Answer> submit(SigningKey requester, String id) {
        return office.unitOfWork()
                .run(transaction -> open(transaction, requester, id))
                .then(draft -> requests.ask(requester, order(draft), new InPlaceOf(requester, draft)));
    }

    /// Takes it back for good.
    ///
    /// @return the request, withdrawn, or as [#open]
    public Outcome<ExceptionRequest> discard(SigningKey requester, String id) {
        return office.unitOfWork()
                .run(transaction -> open(transaction, requester, id).map(draft -> {
                    close(transaction, draft, "discarded");
                    ExceptionRequest discarded = draft.to(RequestState.WITHDRAWN);
                    transaction.requests().save(discarded);
                    return discarded;
                }));
    }

    /// Nothing may have become of it between two looks.
    private final class InPlaceOf implements Requests.Place {
        private final SigningKey requester;
        private final ExceptionRequest draft;

        private InPlaceOf(SigningKey requester, ExceptionRequest draft) {
            this.requester = requester;
            this.draft = draft;
        }

        @Override
        public Outcome<String> id(Transaction transaction) {
            return open(transaction, requester, draft.id())
                    .then(found -> found.equals(draft)
                            ? Outcome.done(draft.id())
                            : Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, draft.id()));
        }

        @Override
        public void taken(Transaction transaction) {
            close(transaction, draft, "submitted");
        }
    }

    private static RequestOrder order(ExceptionRequest draft) {
        return new RequestOrder(draft.policy(), draft.duration(), draft.reason(), draft.claims());
    }

    /// @return the draft as its requester signed it, or UNKNOWN_REQUEST, NOT_THE_REQUESTER, ILLEGAL_STATE, FORGED, or
    ///     as `Requesters.holder`
    private Outcome<ExceptionRequest> open(Transaction transaction, SigningKey requester, String id) {
        Optional<ExceptionRequest> found = transaction.requests().find(id);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_REQUEST, id);
        }
        ExceptionRequest draft = found.get();
        if (!draft.requester().equals(requester.requester())) {
            return Outcome.refused(Refusal.NOT_THE_REQUESTER, id, draft.requester());
        }
        if (draft.state() != RequestState.DRAFTED) {
            return noDraft(id, draft.state().word());
        }
        return new Requesters(office)
                .holder(transaction, requester)
                .then(publicKey -> genuine(transaction, draft, publicKey));
    }

    private Outcome<ExceptionRequest> genuine(Transaction transaction, ExceptionRequest draft, String publicKey) {
        String hash = Subject.of(draft).hash();
        Optional<LedgerEntry> closed = office.auditLog().confirm(transaction, CLOSED, hash);
        if (closed.isPresent()) {
            return noDraft(
                    draft.id(), String.valueOf(closed.get().event().details().get("how")));
        }
        boolean signed = office.auditLog()
                .confirm(transaction, KEPT, hash)
                .map(kept -> Objects.toString(kept.event().details().get("signature"), ""))
                .filter(signature -> Ed25519.verifies(publicKey, CanonicalJson.text(draft.toJson()), signature))
                .isPresent();
        return signed
                ? Outcome.done(draft)
                : Outcome.refused(
                        Refusal.FORGED, draft.id(), Messages.of(Drafts.class).text("row"));
    }

    private static Outcome<ExceptionRequest> noDraft(String id, String state) {
        return Outcome.refused(
                Refusal.ILLEGAL_STATE, id, state, Messages.of(Drafts.class).text("as-draft"));
    }

    private ExceptionRequest enter(Transaction transaction, SigningKey requester, ExceptionRequest request) {
        ExceptionRequest draft = request.as(RequestState.DRAFTED);
        transaction.requests().save(draft);
        append(
                transaction,
                KEPT,
                draft,
                Map.of(
                        "request", draft.toJson(),
                        "signature", requester.sign(CanonicalJson.text(draft.toJson()))));
        return draft;
    }

    private void close(Transaction transaction, ExceptionRequest draft, String how) {
        append(transaction, CLOSED, draft, Map.of("request", draft.id(), "how", how));
    }

    private void append(Transaction transaction, String type, ExceptionRequest draft, Map<String, Object> details) {
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                type,
                                office.clock().instant(),
                                draft.requester(),
                                Subject.of(draft).hash(),
                                details));
    }
}
