package dev.curfew.governance.request;

import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How requests end that were never issued: taken back, or left lying.
public final class RequestEnds {
    private static final String TIMED_OUT = "request.timed-out";

    /// The actor of what Curfew does by itself.
    private static final String CURFEW = "curfew";

    private final Office office;
    private final RequestLimits limits;

    public RequestEnds(Office office, RequestLimits limits) {
        this.office = office;
        this.limits = limits;
    }

    /// How the ledger says that it ended; empty if it does not. It is believed before the row.
    static Optional<RequestState> inLedger(Office office, Transaction transaction, ExceptionRequest request) {
        return Withdrawal.stands(office, transaction, request)
                ? Optional.of(RequestState.WITHDRAWN)
                : office.auditLog()
                        .confirm(transaction, TIMED_OUT, Subject.of(request).hash())
                        .map(_ -> RequestState.TIMED_OUT);
    }

    /// Takes it back: only whoever asked may, and only before it is issued.
    ///
    /// @param remark why, in their words; may be empty
    /// @return the request, or NOT_THE_REQUESTER, ILLEGAL_STATE, or as `Requesters.holder` and `RequestRecord.find`
    public Outcome<ExceptionRequest> withdraw(String requestId, SigningKey key, String remark) {
        return office.unitOfWork()
                .run(transaction -> new Requesters(office)
                        .holder(transaction, key)
                        .then(_ -> new RequestRecord(office).find(transaction, requestId))
                        .then(request -> request.requester().equals(key.requester())
                                ? end(
                                        transaction,
                                        request,
                                        RequestState.WITHDRAWN,
                                        Withdrawal.TYPE,
                                        key.requester(),
                                        Withdrawal.signed(
                                                key, request, office.clock().instant(), remark))
                                : Outcome.refused(Refusal.NOT_THE_REQUESTER, requestId, request.requester())));
    }

    /// Ends what nobody decided or had issued in time.
    ///
    /// @return those that were ended now
    public List<ExceptionRequest> due() {
        Instant last = office.clock().instant().minus(limits.unissuedMax());
        return office.unitOfWork()
                .run(transaction -> transaction.requests().all().stream()
                        .filter(request -> request.state().mayBecome(RequestState.TIMED_OUT))
                        .filter(request -> !request.startsAt().isAfter(last))
                        .flatMap(request -> timedOut(transaction, request).stream())
                        .toList());
    }

    private Optional<ExceptionRequest> timedOut(Transaction transaction, ExceptionRequest request) {
        Map<String, Object> details = Map.of("after", limits.unissuedMax().toString());
        return end(transaction, request, RequestState.TIMED_OUT, TIMED_OUT, CURFEW, details)
                        instanceof Outcome.Done<ExceptionRequest>(ExceptionRequest ended)
                ? Optional.of(ended)
                : Optional.empty();
    }

    private Outcome<ExceptionRequest> end(
            Transaction transaction,
            ExceptionRequest request,
            RequestState next,
            String type,
            String actor,
            Map<String, Object> details) {
        if (!request.state().mayBecome(next)) {
            return Outcome.refused(
                    Refusal.ILLEGAL_STATE, request.id(), request.state().word(), next.word());
        }
        ExceptionRequest ended = request.to(next);
        transaction.requests().save(ended);
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("request", request.id());
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                type,
                                office.clock().instant(),
                                actor,
                                Subject.of(request).hash(),
                                all));
        return Outcome.done(ended);
    }
}
