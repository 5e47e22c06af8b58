package dev.curfew.governance.issue;

import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.issue.LastLook.Sight;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.outcome.Spans;
import dev.curfew.governance.reach.Minting;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.Issuer.Issued;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.ActionOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Opens windows. Approval is an input, not a key: everything it rests on is read again first.
///
/// The order is: enter that a window is being opened; have the target issue; enter the window. Whatever fails after the
/// target issued, the credential is ended at once; where even that fails, the first entry stands unsettled and says so.
public final class Issuing {
    private static final String WEAK = "curfew";

    private final Office office;
    private final IssueLimits limits;
    private final Clearance clearance;
    private final LastLook lastLook;
    private final Openings openings;
    private final Ending ending;

    public Issuing(Office office, Targets targets, PolicyReach reach, IssueLimits limits, SourceTimes times) {
        this.office = office;
        this.limits = limits;
        clearance = new Clearance(office);
        lastLook = new LastLook(office, targets, reach, limits, times);
        openings = new Openings(office);
        ending = new Ending(office, targets);
    }

    /// Opens the window of an approved request.
    ///
    /// @param actor the officer's name, who is handed the value
    /// @return the window with the value, or a refusal of the store, the ledger, the snapshot or the source; then
    ///     no credential is left behind, unless the refusal is SOURCE_FAILED by a source that did not answer
    public Outcome<Opened> issue(String requestId, String actor) {
        return office.unitOfWork()
                .run(transaction -> clearance.check(transaction, requestId))
                .then(lastLook::at)
                .then(sight -> begin(requestId, sight, actor).then(cleared -> mint(cleared, sight, actor)));
    }

    /// @param receipt that the policies allow it, with the approvals that hold: entered before the target is asked
    private record Cleared(ExceptionRequest request, Receipt receipt) {}

    private Outcome<Cleared> begin(String requestId, Sight sight, String actor) {
        Clearance.Sight seen = new Clearance.Sight(sight.snapshot(), sight.adds());
        return office.unitOfWork()
                .run(transaction -> clearance
                        .check(transaction, requestId)
                        .then(request -> clearance
                                .allowed(transaction, request, seen)
                                .map(judgement -> {
                                    LedgerEntry entry =
                                            openings.begin(transaction, request, actor, judgement, sight.time());
                                    return new Cleared(request, receipt(request, entry));
                                })));
    }

    private static Receipt receipt(ExceptionRequest request, LedgerEntry entry) {
        return new Receipt(
                Subject.of(request).hash(),
                entry.index(),
                entry.event().actor(),
                entry.event().at());
    }

    private Outcome<Opened> mint(Cleared cleared, Sight sight, String actor) {
        ExceptionRequest request = cleared.request();
        Issuer.Order order = new Issuer.Order(request.policy(), request.duration(), Openings.label(request.id()));
        try {
            return keep(cleared, sight.issuer().issue(cleared.receipt(), order), sight, actor);
        } catch (SourceException e) {
            return notIssued(request, e, actor);
        }
    }

    /// A source that said no has issued nothing. One that did not answer, or not to be understood, may have.
    private Outcome<Opened> notIssued(ExceptionRequest request, SourceException failure, String actor) {
        switch (failure.kind()) {
            case REFUSED, THROTTLED ->
                office.unitOfWork().run(transaction -> {
                    openings.settle(
                            transaction,
                            request,
                            actor,
                            "not-issued",
                            failure.kind().name());
                    return request;
                });
            case UNREACHABLE, MALFORMED -> {
                // The opening stays unsettled: it is the trace by which the credential is looked for.
            }
        }
        return Outcome.refused(
                Refusal.SOURCE_FAILED, request.policy().source().value(), String.valueOf(failure.getMessage()));
    }

    private Outcome<Opened> keep(Cleared cleared, Issued issued, Sight sight, String actor) {
        boolean kept = false;
        try {
            Outcome<Opened> opened = tooLong(cleared.request(), issued)
                    ? overrun(cleared.request(), issued)
                    : office.unitOfWork().run(transaction -> enter(transaction, cleared, issued, sight, actor));
            kept = opened instanceof Outcome.Done;
            return opened;
        } finally {
            if (!kept) {
                takeBack(cleared.request(), issued, actor);
            }
        }
    }

    private boolean tooLong(ExceptionRequest request, Issued issued) {
        return issued.endsAt()
                .isAfter(issued.issuedAt().plus(request.duration()).plus(limits.overrunMax()));
    }

    private static Outcome<Opened> overrun(ExceptionRequest request, Issued issued) {
        Duration given = Duration.between(issued.issuedAt(), issued.endsAt());
        return Outcome.refused(Refusal.TOO_LONG, Spans.words(given), Spans.words(request.duration()));
    }

    private Outcome<Opened> enter(Transaction transaction, Cleared cleared, Issued issued, Sight sight, String actor) {
        return clearance.recheck(transaction, cleared.request().id()).map(request -> {
            Enforcement enforcement = enforcement(issued, sight.adds().minting());
            Window window = new Window(
                    request.id(),
                    request.policy(),
                    issued.id(),
                    issued.issuedAt(),
                    issued.endsAt(),
                    enforcement,
                    null,
                    null);
            transaction.windows().save(window);
            transaction.requests().save(request.to(RequestState.ACTIVE));
            Map<String, Object> details = new HashMap<>(sight.time().toJson());
            details.putAll(Map.of(
                    "credential", issued.id().text(),
                    "endsAt", issued.endsAt().toString(),
                    "byTarget", enforcement.byTarget(),
                    "enforcedBy", enforcement.by(),
                    "enforcement", enforcement.reason(),
                    "allowedIndex", cleared.receipt().ledgerIndex()));
            openings.append(transaction, request, Openings.OPENED, actor, details);
            return new Opened(window, issued.value());
        });
    }

    /// The target's own time-box holds only if its holder cannot mint beyond it.
    private static Enforcement enforcement(Issued issued, Minting minting) {
        return switch (minting.answer()) {
            case CANNOT -> issued.enforcement();
            case CAN, UNKNOWN -> new Enforcement(false, WEAK, minting.reason());
        };
    }

    private void takeBack(ExceptionRequest request, Issued issued, String actor) {
        issued.value().close();
        ActionOutcome outcome = ending.endNow(issued.id());
        if (Ending.ended(outcome)) {
            office.unitOfWork().run(transaction -> {
                openings.settle(
                        transaction, request, actor, "taken-back", issued.id().text());
                return request;
            });
        }
    }
}
