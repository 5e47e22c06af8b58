package dev.curfew.governance.request;

import dev.curfew.governance.judgement.Judge;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.reach.PolicyTexts;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
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
    /// The policies refused it: it is in the ledger, and nowhere else.
    static final String REFUSED = "request.refused";

    private static final int NONCE_BYTES = 16;

    private final Office office;
    private final PolicyReach reach;
    private final RequestLimits limits;
    private final Judge judge;

    public Requests(Office office, PolicyReach reach, RequestLimits limits) {
        this.office = office;
        this.reach = reach;
        this.limits = limits;
        judge = new Judge(office);
    }

    /// @return the request: pending, or approved already where the policies allow it without anybody's signature; or
    ///     POLICY_REFUSES, or as [#ask]
    public Outcome<ExceptionRequest> submit(SigningKey requester, RequestOrder order) {
        return ask(requester, order)
                .then(answer -> answer.judgement().refuses()
                        ? Outcome.refused(
                                Refusal.POLICY_REFUSES, answer.request().id(), answer.words())
                        : Outcome.done(answer.request()));
    }

    /// As [#submit], for whoever makes more of an answer than a sentence.
    ///
    /// @return what the policies say; or as [#draw], `Succession.check`, `Requesters.holder` and `Judge.judge`
    public Outcome<Answer> ask(SigningKey requester, RequestOrder order) {
        return ask(requester, order, transaction -> Outcome.done(newId(transaction)));
    }

    /// Where a request goes: a new place, or that of the draft that it was.
    @FunctionalInterface
    interface Place {
        Outcome<String> id(Transaction transaction);

        /// The request is there now.
        default void taken(Transaction transaction) {}
    }

    Outcome<Answer> ask(SigningKey requester, RequestOrder order, Place place) {
        return draw(order)
                .then(drawn -> office.unitOfWork()
                        .run(transaction -> new Succession(limits)
                                .check(
                                        transaction,
                                        order,
                                        requester.requester(),
                                        office.clock().instant())
                                .then(_ -> place.id(transaction))
                                .map(id -> request(id, requester.requester(), drawn))
                                .then(request -> judge.judge(
                                                transaction, drawn.snapshot(), request, drawn.adds(), List.of())
                                        .then(judgement -> enter(transaction, requester, request, judgement, place)))));
    }

    /// What is asked for, with what it would add as far as is known now.
    record Drawn(RequestOrder order, Policy text, AddedReach adds, Snapshot snapshot) {}

    /// @return it, or NO_REASON, TOO_SHORT, TOO_LONG, UNKNOWN_POLICY
    Outcome<Drawn> draw(RequestOrder order) {
        if (order.reason().isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        if (order.duration().compareTo(limits.shortest()) < 0) {
            return Outcome.refused(Refusal.TOO_SHORT, Spans.words(order.duration()), Spans.words(limits.shortest()));
        }
        if (order.duration().compareTo(limits.longest()) > 0) {
            return Outcome.refused(Refusal.TOO_LONG, Spans.words(order.duration()), Spans.words(limits.longest()));
        }
        Snapshot snapshot = office.store().current();
        return PolicyTexts.of(snapshot, order.policy())
                .map(text -> Outcome.done(new Drawn(order, text, reach.adds(snapshot, order.policy()), snapshot)))
                .orElseGet(() ->
                        Outcome.refused(Refusal.UNKNOWN_POLICY, order.policy().text()));
    }

    String newId(Transaction transaction) {
        return ShortIds.next("r", office.random(), id -> taken(transaction, id));
    }

    ExceptionRequest request(String id, String requester, Drawn drawn) {
        RequestOrder order = drawn.order();
        return new ExceptionRequest(
                id,
                requester,
                order.policy(),
                PolicyTexts.hash(drawn.text().text()),
                Duration.ofSeconds(order.duration().toSeconds()),
                order.reason().strip(),
                order.claims(),
                drawn.adds().text(),
                drawn.snapshot().number(),
                nonce(),
                office.clock().instant(),
                RequestState.PENDING);
    }

    private static boolean taken(Transaction transaction, String id) {
        return transaction.requests().find(id).isPresent();
    }

    private Outcome<Answer> enter(
            Transaction transaction, SigningKey key, ExceptionRequest request, Judgement judgement, Place place) {
        return new Requesters(office).holder(transaction, key).map(_ -> {
            append(
                    transaction,
                    judgement.refuses() ? REFUSED : RequestRecord.SUBMITTED,
                    request,
                    Map.of(
                            "request", request.toJson(),
                            "signature", key.sign(CanonicalJson.text(request.toJson())),
                            "device", office.device().id(),
                            "host", office.device().host(),
                            "judgement", judgement.toJson()));
            if (judgement.refuses()) {
                return new Answer(request, judgement, judge.alternatives(transaction, judgement));
            }
            ExceptionRequest kept = judgement.allows() ? request.to(RequestState.APPROVED) : request;
            transaction.requests().save(kept);
            place.taken(transaction);
            return new Answer(kept, judgement, List.of());
        });
    }

    private void append(Transaction transaction, String type, ExceptionRequest request, Map<String, Object> details) {
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                type,
                                request.requestedAt(),
                                request.requester(),
                                Sha256.ofJson(request.toJson()),
                                details));
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
