package dev.curfew.governance.issue;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.request.RequestRecord;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Settles an opening that was cut off: looks for the credential that the target may have issued, ends it, and enters
/// what became of it. Then the request may be issued on again.
public final class Settlement {
    private static final String NOTHING_FOUND = "nothing-found";
    private static final String TIME_OVER = "time-over";
    private static final String TAKEN_BACK = "taken-back";

    private final Office office;
    private final IssueLimits limits;
    private final RequestRecord requests;
    private final Openings openings;
    private final Ending ending;
    private final Targets targets;
    private final SourceTimes times;

    public Settlement(Office office, Targets targets, IssueLimits limits, SourceTimes times) {
        this.office = office;
        this.limits = limits;
        this.targets = targets;
        this.times = times;
        requests = new RequestRecord(office);
        openings = new Openings(office);
        ending = new Ending(office, targets);
    }

    /// @param at when the opening was entered
    /// @param ahead how far the source's clock was ahead of ours then; empty where it was not known
    private record Open(ExceptionRequest request, Instant at, Optional<Duration> ahead) {
        static Open of(ExceptionRequest request, AuditEvent opening) {
            return new Open(request, opening.at(), SourceTime.ahead(opening.details()));
        }

        /// @return whether what may have been issued is over at the latest at this moment of ours: by the source's
        ///     clock
        ///     where it was known then and is now
        boolean isOver(Instant latest, SourceTime now) {
            return (ahead.isPresent() && now.ahead().isPresent())
                    ? now.now().isAfter(latest.plus(ahead.get()))
                    : now.ours().isAfter(latest);
        }
    }

    /// Requests whose window was being opened when Curfew stopped; those too that were denied or taken back since.
    public List<ExceptionRequest> unfinished() {
        return office.unitOfWork()
                .run(transaction -> transaction.requests().all().stream()
                        .filter(request ->
                                openings.unfinished(transaction, request).isPresent())
                        .toList());
    }

    /// @return the request, settled, or ILLEGAL_STATE if there is nothing to settle, NOT_READ_SINCE if what its source
    ///     issues was not read whole since, TARGET_REFUSED, ACTING_OFF, or as `RequestRecord.find`
    public Outcome<ExceptionRequest> settle(String requestId, String actor) throws InterruptedException {
        Outcome<Open> open = office.unitOfWork()
                .run(transaction -> requests.find(transaction, requestId)
                        .then(request -> openings.unfinished(transaction, request)
                                .map(entry -> Outcome.done(Open.of(request, entry.event())))
                                .orElseGet(() -> Outcome.refused(
                                        Refusal.ILLEGAL_STATE, requestId, "settled", "settled again"))));
        return switch (open) {
            case Outcome.Refused<Open>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Open>(Open found) -> settle(found, actor);
        };
    }

    private Outcome<ExceptionRequest> settle(Open open, String actor) throws InterruptedException {
        ExceptionRequest request = open.request();
        Instant over = open.at().plus(request.duration()).plus(limits.overrunMax());
        if (open.isOver(over, times.look(request.policy().source()))) {
            return enter(request, actor, TIME_OVER, over.toString());
        }
        Snapshot snapshot = office.store().current();
        SourceName source = request.policy().source();
        List<CredentialId> left = left(snapshot, request, over);
        Optional<String> unread = unreadSince(snapshot, source, open.at());
        if (left.isEmpty() && unread.isPresent()) {
            return Outcome.refused(Refusal.NOT_READ_SINCE, source.value(), unread.get(), over.toString());
        }
        if (left.isEmpty() && targets.issuer(source).isEmpty()) {
            // Some sources list nothing of what they issue, and only their issuer knows what it would be called.
            return Outcome.refused(Refusal.ACTING_OFF, source.value());
        }
        for (CredentialId credential : left) {
            Optional<ActionOutcome> outcome = ending.end(credential);
            if (outcome.isEmpty()) {
                return Outcome.refused(Refusal.ACTING_OFF, source.value());
            }
            if (!Ending.ended(outcome.get())) {
                return Outcome.refused(
                        Refusal.TARGET_REFUSED, source.value(), outcome.get().detail());
            }
        }
        return enter(
                request,
                actor,
                left.isEmpty() ? NOTHING_FOUND : TAKEN_BACK,
                String.join(", ", left.stream().map(CredentialId::text).toList()));
    }

    private Outcome<ExceptionRequest> enter(ExceptionRequest request, String actor, String how, String detail) {
        return office.unitOfWork().run(transaction -> {
            openings.settle(transaction, request, actor, how, detail);
            return Outcome.done(request);
        });
    }

    /// What its issuer knows the name of, or what the snapshot has by its label.
    private List<CredentialId> left(Snapshot snapshot, ExceptionRequest request, Instant over) {
        String label = Openings.label(request.id());
        Issuer.Order order = new Issuer.Order(request.policy(), request.duration(), label);
        SourceName source = request.policy().source();
        return targets.issuer(source)
                .flatMap(issuer -> issuer.named(order, over))
                .map(List::of)
                .orElseGet(() -> labelled(snapshot, source, label).stream()
                        .map(Credential::id)
                        .toList());
    }

    /// The source may put something before or behind the label: OpenBao shows `token-<label>`.
    private static List<Credential> labelled(Snapshot snapshot, SourceName source, String label) {
        return snapshot.credentials().stream()
                .filter(credential -> credential.source().equals(source))
                .filter(credential -> credential.name().contains(label)
                        || credential.attributes().values().stream().anyMatch(value -> value.contains(label)))
                .toList();
    }

    /// What of the source would have to be read for the absence of a credential to mean anything, in words; empty if it
    /// was read whole since. Other scopes may stay unread, as child namespaces do: what is issued is not listed there.
    private Optional<String> unreadSince(Snapshot snapshot, SourceName source, Instant moment) {
        Optional<String> listing = targets.issuer(source).flatMap(Issuer::listedIn);
        List<Coverage> scopes = snapshot.coverage().stream()
                .filter(coverage -> coverage.source().equals(source))
                .filter(coverage -> listing.isEmpty() || coverage.scope().equals(listing.get()))
                .toList();
        if (scopes.isEmpty()) {
            return Optional.of(listing.orElse(source.value()));
        }
        List<String> unread = scopes.stream()
                .filter(coverage -> !coverage.provesAbsence() || !coverage.at().isAfter(moment))
                .map(coverage -> coverage.scope() + " " + coverage.state() + " " + coverage.at())
                .toList();
        return unread.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", unread));
    }
}
