package dev.curfew.governance.request;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes requests for time-boxed access. The requester signs with their own key: otherwise an approver could ask in
/// another's name, and approve it.
public final class Requests {
    private static final int NONCE_BYTES = 16;

    private final Office office;
    private final PolicyReach reach;
    private final RequestLimits limits;

    public Requests(Office office, PolicyReach reach, RequestLimits limits) {
        this.office = office;
        this.reach = reach;
        this.limits = limits;
    }

    /// @param duration how long the window is to last, whole seconds
    /// @param reason why, in the requester's words
    /// @return the pending request, or NO_REASON, TOO_SHORT, TOO_LONG, UNKNOWN_POLICY, or as `Roster.holder`
    public Outcome<ExceptionRequest> submit(OfficerKey requester, PolicyId policy, Duration duration, String reason) {
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        if (duration.compareTo(limits.shortest()) < 0) {
            return Outcome.refused(Refusal.TOO_SHORT, Spans.words(duration), Spans.words(limits.shortest()));
        }
        if (duration.compareTo(limits.longest()) > 0) {
            return Outcome.refused(Refusal.TOO_LONG, Spans.words(duration), Spans.words(limits.longest()));
        }
        Snapshot snapshot = office.store().current();
        Optional<Policy> text = PolicyTexts.of(snapshot, policy);
        if (text.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_POLICY, policy.text());
        }
        String adds = reach.adds(snapshot, policy).text();
        return office.unitOfWork()
                .run(transaction -> enter(
                        transaction,
                        requester,
                        new ExceptionRequest(
                                ShortIds.next("r", office.random(), id -> taken(transaction, id)),
                                requester.officer(),
                                policy,
                                PolicyTexts.hash(text.get().text()),
                                Duration.ofSeconds(duration.toSeconds()),
                                reason.strip(),
                                adds,
                                snapshot.number(),
                                nonce(),
                                office.clock().instant(),
                                RequestState.PENDING)));
    }

    private static boolean taken(Transaction transaction, String id) {
        return transaction.requests().find(id).isPresent();
    }

    private Outcome<ExceptionRequest> enter(Transaction transaction, OfficerKey key, ExceptionRequest request) {
        return office.roster().holder(transaction, key).map(officer -> {
            transaction.requests().save(request);
            office.auditLog()
                    .append(
                            transaction,
                            new AuditEvent(
                                    RequestRecord.SUBMITTED,
                                    request.requestedAt(),
                                    officer.name(),
                                    Sha256.ofJson(request.toJson()),
                                    Map.of(
                                            "request", request.toJson(),
                                            "signature", key.sign(CanonicalJson.text(request.toJson())),
                                            "device", office.device().id(),
                                            "host", office.device().host())));
            return request;
        });
    }

    /// In the order of their submission.
    public List<ExceptionRequest> all() {
        return office.unitOfWork().run(transaction -> transaction.requests().all());
    }

    public Optional<ExceptionRequest> find(String id) {
        return office.unitOfWork().run(transaction -> transaction.requests().find(id));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        office.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
