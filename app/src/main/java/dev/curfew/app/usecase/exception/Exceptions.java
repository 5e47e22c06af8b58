package dev.curfew.app.usecase.exception;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.issue.Issuing;
import dev.curfew.governance.issue.Opened;
import dev.curfew.governance.issue.Settlement;
import dev.curfew.governance.issue.SourceTimes;
import dev.curfew.governance.judgement.StandingAccess;
import dev.curfew.governance.judgement.StandingAccesses;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.request.RequestDesk;
import dev.curfew.governance.request.RequestEnds;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.governance.request.Requests;
import dev.curfew.governance.request.Review;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Requests for access outside the normal path, their decisions, and the credentials issued on them.
public final class Exceptions {
    private static final Messages MESSAGES = Messages.of(Exceptions.class);

    private final Books books;
    private final Estate estate;
    private final Officers officers;
    private final Requests requests;
    private final RequestDesk desk;
    private final Issuing issuing;
    private final Settlement settlement;
    private final RequestEnds ends;
    private final StandingAccesses standing;
    private final SourceTimes times;

    public Exceptions(
            Books books,
            Estate estate,
            Officers officers,
            Requests requests,
            RequestDesk desk,
            Issuing issuing,
            Settlement settlement,
            RequestEnds ends,
            StandingAccesses standing,
            SourceTimes times) {
        this.books = books;
        this.estate = estate;
        this.officers = officers;
        this.requests = requests;
        this.desk = desk;
        this.issuing = issuing;
        this.settlement = settlement;
        this.ends = ends;
        this.standing = standing;
        this.times = times;
    }

    /// In the order of their submission.
    public List<ExceptionCase> list() {
        Set<String> unsettled = unsettled();
        return books.read(transaction -> {
            Map<String, StandingAccess> found = standing(transaction);
            Map<String, Window> covers = Covers.of(transaction);
            return transaction.requests().all().stream()
                    .map(request -> of(transaction, request, covers, unsettled, found))
                    .toList();
        });
    }

    /// Access that is time-boxed by name only, the most renewed first.
    ///
    /// @throws Refused if the policies in force are not what an officer signed
    public List<StandingAccess> standing() {
        return Outcomes.require(books.read(standing::find));
    }

    /// By their newest window. Where the policies in force cannot be asked every list says so in other places; here
    /// nothing is found.
    private Map<String, StandingAccess> standing(Transaction transaction) {
        return switch (standing.find(transaction)) {
            case Outcome.Done<List<StandingAccess>>(var found) ->
                found.stream().collect(Collectors.toMap(StandingAccess::window, Function.identity()));
            case Outcome.Refused<List<StandingAccess>> _ -> Map.of();
        };
    }

    /// @throws Refused if there is no such request
    public ExceptionCase find(String requestId) {
        Set<String> unsettled = unsettled();
        return books.read(transaction -> transaction
                        .requests()
                        .find(requestId)
                        .map(request ->
                                of(transaction, request, Covers.of(transaction), unsettled, standing(transaction))))
                .orElseThrow(() -> new Refused(MESSAGES.text("unknown-request", requestId)));
    }

    /// @param policy its id, or what is unambiguous of it
    /// @param claims what the requester says besides, as in `ExceptionRequest.claims`
    /// @throws Refused if the policy is unknown or ambiguous, the duration is over the ceiling, or the policies in
    ///     force refuse it
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase request(
            OfficerLogin requester, String policy, Duration duration, String reason, Map<String, String> claims) {
        return find(Outcomes.require(submit(requester, policy, duration, reason, claims))
                .id());
    }

    /// As [#request], for whoever tells the policies' refusal from others.
    public Outcome<ExceptionRequest> submit(
            OfficerLogin requester, String policy, Duration duration, String reason, Map<String, String> claims) {
        PolicyId id = policy(policy);
        try (OfficerKey key = officers.unlock(requester)) {
            return requests.submit(key, new RequestOrder(id, duration, reason, claims));
        }
    }

    /// Asks for the same access again: longer, while its window is open, or anew.
    ///
    /// @param how `ExceptionRequest.EXTENDS` or `ExceptionRequest.RENEWS`
    /// @throws Refused as [#request], or if the window is not the requester's, or has ended and is to be extended
    public ExceptionCase again(OfficerLogin requester, String how, String windowId, Duration duration, String reason) {
        ExceptionRequest before = find(windowId).request();
        Map<String, String> claims = new HashMap<>(before.claims());
        claims.keySet().removeAll(Set.of(ExceptionRequest.STARTS, ExceptionRequest.EXTENDS, ExceptionRequest.RENEWS));
        claims.put(how, windowId);
        return request(requester, before.policy().text(), duration, reason, claims);
    }

    /// What there is to decide on: the request, what it would add as computed here and now, and what would get a better
    /// answer of the policies.
    ///
    /// @throws Refused if there is no such request, its row is not what was submitted, or the workspace is read-only
    public Review review(String requestId) {
        books.requireWritable();
        return desk.explain(Outcomes.require(desk.review(requestId)));
    }

    /// Approves what was shown.
    ///
    /// @throws Refused if the approver asked for it themselves, or it is decided already
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase approve(OfficerLogin approver, Review shown) {
        return approve(approver, shown, "");
    }

    /// As [#approve(OfficerLogin, Review)], in another officer's voice besides.
    ///
    /// @param voiceOf who handed it to the approver; empty for nobody
    /// @throws Refused also if they did not, or it does not count here
    public ExceptionCase approve(OfficerLogin approver, Review shown, String voiceOf) {
        try (OfficerKey key = officers.unlock(approver)) {
            Outcomes.require(desk.approve(shown, key, voiceOf));
            return find(shown.request().id());
        }
    }

    /// Denies what was shown.
    ///
    /// @throws Refused if it is decided already
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase deny(OfficerLogin officer, Review shown, String reason) {
        try (OfficerKey key = officers.unlock(officer)) {
            Outcomes.require(desk.deny(shown, key, reason));
            return find(shown.request().id());
        }
    }

    /// Takes a request back, before it is issued.
    ///
    /// @throws Refused if somebody else asked for it, or it is over
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase withdraw(OfficerLogin requester, String requestId, String reason) {
        try (OfficerKey key = officers.unlock(requester)) {
            return find(Outcomes.require(ends.withdraw(requestId, key, reason)).id());
        }
    }

    /// Ends the requests that nobody decided or had issued in time.
    ///
    /// @throws Refused if the workspace is read-only
    public List<ExceptionRequest> endDue() {
        books.requireWritable();
        return ends.due();
    }

    /// As [#issueForRun], for whoever wants the credential itself.
    ///
    /// @throws Refused also if what was asked for is not the credential, but what its source hands out on it
    public Handover issue(OfficerLogin officer, String requestId) {
        if (find(requestId).request().claims().containsKey(ExceptionRequest.LEASE)) {
            throw new Refused(MESSAGES.text("lease-runs", requestId));
        }
        return issueForRun(officer, requestId);
    }

    /// Reads the target again, issues the credential, opens the window. The value is handed over once and never again.
    ///
    /// @throws Refused if it is not approved, the policy changed since, or the source may not be acted on
    /// @throws dev.curfew.model.port.SourceException if the source refused or did not answer
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Handover issueForRun(OfficerLogin officer, String requestId) {
        try (OfficerKey key = officers.unlock(officer)) {
            Opened opened = Outcomes.require(issuing.issue(requestId, key.officer()));
            return new Handover(opened.window(), opened.value());
        }
    }

    /// Settles an issue that was cut off: ends what the target may have issued, so that it can be issued anew.
    ///
    /// @throws Refused if there is nothing to settle, or the source was not read since
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public ExceptionCase settle(OfficerLogin officer, String requestId) throws InterruptedException {
        try (OfficerKey key = officers.unlock(officer)) {
            Outcomes.require(settlement.settle(requestId, key.officer()));
            return find(requestId);
        }
    }

    private Set<String> unsettled() {
        return settlement.unfinished().stream().map(ExceptionRequest::id).collect(Collectors.toUnmodifiableSet());
    }

    PolicyId policy(String text) {
        List<PolicyId> policies = estate.named(text).stream()
                .filter(PolicyId.class::isInstance)
                .map(PolicyId.class::cast)
                .toList();
        return switch (policies.size()) {
            case 0 -> throw new Refused(MESSAGES.text("unknown-policy", text));
            case 1 -> policies.getFirst();
            default ->
                throw new Refused(MESSAGES.text(
                        "ambiguous-policy",
                        text,
                        String.join(", ", policies.stream().map(EntityId::text).toList())));
        };
    }

    private ExceptionCase of(
            Transaction transaction,
            ExceptionRequest request,
            Map<String, Window> covers,
            Set<String> unsettled,
            Map<String, StandingAccess> standing) {
        return new ExceptionCase(
                request,
                transaction.approvals().startingWith(request.id() + "/"),
                transaction.windows().find(request.id()),
                Optional.ofNullable(covers.get(request.id())),
                unsettled.contains(request.id()),
                times.ahead(request.policy().source()),
                Optional.ofNullable(standing.get(request.id())));
    }
}
