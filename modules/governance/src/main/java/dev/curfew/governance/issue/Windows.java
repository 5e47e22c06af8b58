package dev.curfew.governance.issue;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.revocation.ActionOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The windows, and their end: by the clock, also for those that ended while Curfew was off, or early by hand.
public final class Windows {
    /// The actor of what Curfew does by itself.
    private static final String CURFEW = "curfew";

    private final Office office;
    private final Targets targets;
    private final Ending ending;
    private final WindowBook book;
    private final SourceTimes times;

    public Windows(Office office, Targets targets, SourceTimes times) {
        this.office = office;
        this.targets = targets;
        this.times = times;
        ending = new Ending(office, targets);
        book = new WindowBook(office.auditLog());
    }

    /// In the order of their opening.
    public List<Window> all() {
        return office.unitOfWork().run(transaction -> transaction.windows().all());
    }

    /// Closes every window whose time is over by its source's clock, or by ours where that is not known, each with its
    /// evidence. A credential that the source still lists is
    /// ended first, where Curfew may act: then it is Curfew that enforces the time-box.
    ///
    /// @return one closure for each such window; none if none is due
    public List<Closure> due() throws InterruptedException {
        List<Closure> closures = new ArrayList<>();
        Map<SourceName, SourceTime> looked = new HashMap<>();
        for (Window window : all()) {
            if (window.isOpen() && times.mayBe(window.credential().source(), window.endsAt())) {
                SourceTime time = looked(window, looked);
                if (isOver(window, time)) {
                    closures.add(expire(window, time));
                }
            }
        }
        return List.copyOf(closures);
    }

    private SourceTime looked(Window window, Map<SourceName, SourceTime> looked) throws InterruptedException {
        SourceName source = window.credential().source();
        SourceTime known = looked.get(source);
        SourceTime time = known == null ? times.look(source) : known;
        looked.put(source, time);
        return time;
    }

    private static boolean isOver(Window window, SourceTime time) {
        return !time.now().isBefore(window.endsAt());
    }

    private Closure expire(Window window, SourceTime time) throws InterruptedException {
        Optional<ListingEvidence> evidence = list(window.credential());
        boolean cut = false;
        if (evidence.filter(listing -> isLeft(window, listing)).isPresent() && !shared(window)) {
            cut = ending.end(window.credential()).filter(Ending::ended).isPresent();
            evidence = list(window.credential());
        }
        if (!over(window, evidence)) {
            return new Closure(window, false, evidence.orElse(null));
        }
        return close(window, WindowEnd.EXPIRED, CURFEW, evidence, time, Map.of("cutByCurfew", cut));
    }

    /// Without a reading, only the target's own enforcement says that it is over.
    private static boolean over(Window window, Optional<ListingEvidence> evidence) {
        return evidence.map(found -> switch (found) {
                    case ListingEvidence.NotListed _ -> true;
                    case ListingEvidence.Listed _ -> !isLeft(window, found);
                    case ListingEvidence.Unreadable _ -> window.enforcement().byTarget();
                })
                .orElse(true);
    }

    /// Ends a window before its time, as it should end; cutting a credential for cause is a revocation plan.
    ///
    /// @param actor the officer's name
    /// @return the ended window, or UNKNOWN_WINDOW, ILLEGAL_STATE, NOT_AN_OFFICER, ROSTER_CHANGED, ACTING_OFF,
    ///     SHARED_CREDENTIAL, TARGET_REFUSED
    public Outcome<Closure> endEarly(String windowId, String actor) throws InterruptedException {
        return switch (office.unitOfWork()
                .run(transaction -> office.roster()
                        .find(transaction, actor)
                        .then(_ -> open(transaction.windows().find(windowId), windowId)))) {
            case Outcome.Refused<Window>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Window>(Window window) -> endEarly(window, WindowEnd.ENDED_EARLY, actor, Map.of());
        };
    }

    /// Ends a window whose work is done: as by the clock if its time is over, else early. Nobody has to sign for it:
    /// taking away what was given for one task is no decision.
    ///
    /// @param actor an officer's name, or `curfew`
    /// @return the ended window, or as [#endEarly] without the officer's refusals
    public Outcome<Closure> finish(String windowId, String actor) throws InterruptedException {
        return switch (office.unitOfWork()
                .run(transaction -> open(transaction.windows().find(windowId), windowId))) {
            case Outcome.Refused<Window>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Window>(Window window) -> finish(window, actor);
        };
    }

    private Outcome<Closure> finish(Window window, String actor) throws InterruptedException {
        SourceTime time = times.look(window.credential().source());
        return isOver(window, time)
                ? Outcome.done(expire(window, time))
                : endEarly(window, WindowEnd.ENDED_EARLY, actor, Map.of());
    }

    /// Ends a window that went unused.
    ///
    /// @param evidence of that, for the ledger
    /// @return as [#finish]
    public Outcome<Closure> endUnused(String windowId, Map<String, Object> evidence) throws InterruptedException {
        return switch (office.unitOfWork()
                .run(transaction -> open(transaction.windows().find(windowId), windowId))) {
            case Outcome.Refused<Window>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<Window>(Window window) -> endEarly(window, WindowEnd.IDLE, CURFEW, evidence);
        };
    }

    static Outcome<Window> open(Optional<Window> window, String id) {
        if (window.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_WINDOW, id);
        }
        return window.get().isOpen()
                ? Outcome.done(window.get())
                : Outcome.refused(Refusal.ILLEGAL_STATE, id, "ended", "ended again");
    }

    private Outcome<Closure> endEarly(Window window, WindowEnd how, String actor, Map<String, Object> details)
            throws InterruptedException {
        if (shared(window)) {
            return Outcome.refused(
                    Refusal.SHARED_CREDENTIAL, window.id(), window.credential().text());
        }
        Optional<ActionOutcome> outcome = ending.end(window.credential());
        if (outcome.isEmpty()) {
            return Outcome.refused(
                    Refusal.ACTING_OFF, window.credential().source().value());
        }
        if (!Ending.ended(outcome.get())) {
            return Outcome.refused(
                    Refusal.TARGET_REFUSED,
                    window.credential().source().value(),
                    outcome.get().detail());
        }
        Map<String, Object> evidence = new HashMap<>(details);
        evidence.put("target", outcome.get().detail());
        SourceTime time = times.look(window.credential().source());
        return Outcome.done(close(window, how, actor, list(window.credential()), time, evidence));
    }

    /// Whether another open window hangs on the same credential.
    private boolean shared(Window window) {
        return office.unitOfWork()
                        .run(transaction -> book.openOn(transaction, window.credential()))
                        .size()
                > 1;
    }

    private Optional<ListingEvidence> list(CredentialId credential) throws InterruptedException {
        Optional<Probe> probe = targets.probe(credential.source());
        if (probe.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(probe.get().list(credential));
        } catch (SourceException e) {
            // One dead source does not keep the windows of the others open.
            return Optional.of(
                    new ListingEvidence.Unreadable(office.clock().instant(), String.valueOf(e.getMessage())));
        }
    }

    /// Whether something of it goes on. Where the target does not end it wholly, what is listed as inactive may: open
    /// sessions of a login whose VALID UNTIL is over.
    private static boolean isLeft(Window window, ListingEvidence evidence) {
        return evidence instanceof ListingEvidence.Listed listed
                && (listed.active() || !window.enforcement().byTarget());
    }

    private Closure close(
            Window window,
            WindowEnd how,
            String actor,
            Optional<ListingEvidence> evidence,
            SourceTime time,
            Map<String, Object> details) {
        Map<String, Object> all = new HashMap<>(details);
        all.putAll(time.toJson());
        all.put("listing", words(evidence.orElse(null)));
        Optional<Window> ended = office.unitOfWork()
                .run(transaction ->
                        book.end(transaction, window.id(), how, office.clock().instant(), actor, all));
        return new Closure(ended.orElse(window), true, evidence.orElse(null));
    }

    private static String words(@Nullable ListingEvidence evidence) {
        return switch (evidence) {
            case null -> "none";
            case ListingEvidence.NotListed _ -> "not listed";
            case ListingEvidence.Listed listed -> listed.active() ? "listed" : "listed as inactive";
            case ListingEvidence.Unreadable unreadable -> "unreadable: " + unreadable.detail();
        };
    }
}
