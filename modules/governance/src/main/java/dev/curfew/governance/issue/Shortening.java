package dev.curfew.governance.issue;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Brings the end of a window forward. No target seen takes a shorter life for a credential that it has issued, so from
/// then on it is Curfew that ends it, and the target only at the time it was first given.
public final class Shortening {
    private static final String CURFEW = "curfew";

    private final Office office;
    private final Targets targets;
    private final WindowBook book;

    public Shortening(Office office, Targets targets) {
        this.office = office;
        this.targets = targets;
        book = new WindowBook(office.auditLog());
    }

    /// @param to the new end
    /// @param actor the officer's name: taking away takes no second signature
    /// @return the window as it stands, or UNKNOWN_WINDOW, ILLEGAL_STATE, NOT_SHORTER, SHARED_CREDENTIAL, ACTING_OFF,
    ///     or
    ///     as `Roster.find`
    public Outcome<Window> shorten(String windowId, Instant to, String actor) {
        // Whether a source can be acted on is looked up in a unit of work of its own.
        Outcome<Window> found = office.unitOfWork().run(transaction -> open(transaction, windowId, to, actor));
        return found.then(window -> {
            SourceName source = window.credential().source();
            return canEnd(source)
                    ? office.unitOfWork()
                            .run(transaction -> open(transaction, windowId, to, actor)
                                    .map(still -> shorten(transaction, still, to, actor)))
                    : Outcome.refused(Refusal.ACTING_OFF, source.value());
        });
    }

    /// The window, where it can become as short as that.
    private Outcome<Window> open(Transaction transaction, String windowId, Instant to, String actor) {
        return office.roster()
                .find(transaction, actor)
                .then(_ -> Windows.open(transaction.windows().find(windowId), windowId))
                .then(window -> shorter(transaction, window, to));
    }

    private Outcome<Window> shorter(Transaction transaction, Window window, Instant to) {
        Instant now = office.clock().instant();
        if (!to.isAfter(now) || !to.isBefore(window.endsAt())) {
            return Outcome.refused(
                    Refusal.NOT_SHORTER, window.id(), window.endsAt().toString());
        }
        return book.openOn(transaction, window.credential()).size() > 1
                ? Outcome.refused(
                        Refusal.SHARED_CREDENTIAL,
                        window.id(),
                        window.credential().text())
                : Outcome.done(window);
    }

    private Window shorten(Transaction transaction, Window window, Instant to, String actor) {
        Instant now = office.clock().instant();
        return book.shorten(transaction, window, window.shortened(to, held(window, actor)), now, actor);
    }

    /// Whether Curfew could see at the new end that the credential is still there, and end it.
    private boolean canEnd(SourceName source) {
        return targets.revoker(source).isPresent()
                && targets.ending(source).isPresent()
                && targets.probe(source).isPresent();
    }

    private static Enforcement held(Window window, String actor) {
        Optional<Enforcement> target = Optional.of(window.enforcement()).filter(Enforcement::byTarget);
        String reason = target.map(by -> Messages.of(Shortening.class)
                        .text(
                                "shortened",
                                actor,
                                by.by(),
                                window.endsAt().truncatedTo(ChronoUnit.SECONDS).toString()))
                .orElse(window.enforcement().reason());
        return new Enforcement(false, CURFEW, reason);
    }
}
