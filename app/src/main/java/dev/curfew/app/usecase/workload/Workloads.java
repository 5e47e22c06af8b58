package dev.curfew.app.usecase.workload;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.run.RunOrder;
import dev.curfew.governance.officer.SigningKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.Answer;
import dev.curfew.governance.request.RequestDesk;
import dev.curfew.governance.request.RequestEnds;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.request.Requests;
import dev.curfew.governance.request.Review;
import dev.curfew.governance.workload.TrustBook;
import dev.curfew.governance.workload.WorkloadKeys;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a workload can do once somebody trusted has said which it is: ask, see what became of that, take it back. It
/// sees nothing of what others asked for, not even that they did.
public final class Workloads {
    /// A pipeline that asks in a loop fills the ledger for everybody.
    public static final int OPEN_MAX = 500;

    /// The claim that says which workload it is for; here it is not claimed but known.
    private static final String WORKLOAD = "workload";

    private final Books books;
    private final Function<String, List<EntityId>> named;
    private final Requests requests;
    private final RequestDesk desk;
    private final RequestEnds ends;
    private final TrustBook trusts;
    private final WorkloadKeys keys;

    /// @param named what is meant by an id or a part of it
    public Workloads(
            Books books,
            Function<String, List<EntityId>> named,
            Requests requests,
            RequestDesk desk,
            RequestEnds ends,
            TrustBook trusts,
            WorkloadKeys keys) {
        this.books = books;
        this.named = named;
        this.requests = requests;
        this.desk = desk;
        this.ends = ends;
        this.trusts = trusts;
        this.keys = keys;
    }

    /// Asks the policies.
    ///
    /// @return what they say; or NOT_TRUSTED, AMBIGUOUS, TOO_MANY_OPEN, or as `Requests.ask`
    /// @throws dev.curfew.app.usecase.Refused if the workspace is read-only
    public Outcome<Answer> ask(Workload workload, RunOrder order) {
        books.requireWritable();
        Map<String, String> claims = new HashMap<>(order.claims());
        claims.put(WORKLOAD, workload.subject());
        return policy(order.policy())
                .then(policy -> key(workload)
                        .then(key -> few(workload)
                                .then(_ -> requests.ask(
                                        key, new RequestOrder(policy, order.duration(), order.purpose(), claims)))));
    }

    /// Also where it only needs signatures, what would need fewer. The request stands, whatever becomes of this.
    public Answer explained(Answer answer) {
        boolean open = !answer.judgement().allows() && !answer.judgement().refuses();
        return open && desk.review(answer.request().id()) instanceof Outcome.Done<Review>(Review review)
                ? new Answer(
                        answer.request(),
                        answer.judgement(),
                        desk.explain(review).alternatives())
                : answer;
    }

    /// How a request of the workload's stands, with what the policies say now.
    ///
    /// @return it; or UNKNOWN_REQUEST, also for what others asked for, or as `RequestDesk.review`
    public Outcome<Review> find(Workload workload, String requestId) {
        return own(workload, requestId)
                .then(request -> desk.review(request.id()))
                .map(desk::explain);
    }

    /// Takes it back, before it is issued.
    ///
    /// @return the request; or UNKNOWN_REQUEST, NOT_TRUSTED, or as `RequestEnds.withdraw`
    /// @throws dev.curfew.app.usecase.Refused if the workspace is read-only
    public Outcome<ExceptionRequest> withdraw(Workload workload, String requestId) {
        books.requireWritable();
        return own(workload, requestId)
                .then(request -> key(workload).then(key -> ends.withdraw(request.id(), key, "")));
    }

    private Outcome<ExceptionRequest> own(Workload workload, String requestId) {
        return requests.find(requestId)
                .filter(request -> request.requester().equals(workload.text()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.UNKNOWN_REQUEST, requestId));
    }

    private Outcome<Workload> few(Workload workload) {
        long open = requests.all().stream()
                .filter(request -> request.requester().equals(workload.text()))
                .filter(request -> !request.state().isTerminal())
                .count();
        return open < OPEN_MAX
                ? Outcome.done(workload)
                : Outcome.refused(Refusal.TOO_MANY_OPEN, workload.text(), OPEN_MAX);
    }

    private Outcome<SigningKey> key(Workload workload) {
        return books.read(transaction -> trusts.of(transaction, workload))
                .then(trust -> keys.of(trust, workload)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.NOT_TRUSTED, workload.text())));
    }

    private Outcome<PolicyId> policy(String text) {
        List<PolicyId> policies = named.apply(text).stream()
                .filter(PolicyId.class::isInstance)
                .map(PolicyId.class::cast)
                .toList();
        return switch (policies.size()) {
            case 0 -> Outcome.refused(Refusal.UNKNOWN_POLICY, text);
            case 1 -> Outcome.done(policies.getFirst());
            // how many, not which: it is no way to list the estate
            default -> Outcome.refused(Refusal.AMBIGUOUS, text, policies.size());
        };
    }
}
