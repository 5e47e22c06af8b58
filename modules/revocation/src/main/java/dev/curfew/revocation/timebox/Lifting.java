package dev.curfew.revocation.timebox;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.timebox.TimeBoxer;
import java.util.Optional;

/// The way back, in one step: the access stands as before, unless somebody has changed it since.
public final class Lifting {
    private final Office office;
    private final Targets targets;
    private final BoxBook book;

    public Lifting(Office office, Targets targets) {
        this.office = office;
        this.targets = targets;
        book = new BoxBook(office);
    }

    /// @return the box, LIFTED; or UNKNOWN_TIMEBOX, ILLEGAL_STATE, ALREADY_BOXED, REVOKED_SINCE, ACTING_OFF,
    ///     CHANGED_AT_SOURCE, UNFINISHED_TIMEBOX,
    ///     or as `Roster.holder`
    public Outcome<Boxed> lift(OfficerKey officer, String id) throws InterruptedException {
        Outcome<Boxed> found = book.find(id);
        if (!(found instanceof Outcome.Done<Boxed>(Boxed boxed))) {
            return found;
        }
        if (!boxed.stage().isOpen()) {
            return Outcome.refused(Refusal.ILLEGAL_STATE, id, boxed.stage().word(), "lifted");
        }
        Optional<Boxed> newer =
                book.on(boxed.box().access()).filter(it -> !it.id().equals(id));
        if (newer.isPresent()) {
            return Outcome.refused(
                    Refusal.ALREADY_BOXED,
                    boxed.box().access().text(),
                    newer.get().id(),
                    newer.get().box().until());
        }
        Optional<String> plan = undoes(boxed) ? new RevokedSince(office).by(boxed) : Optional.empty();
        if (plan.isPresent()) {
            return Outcome.refused(Refusal.REVOKED_SINCE, boxed.box().access().text(), plan.get());
        }
        Optional<TimeBoxer> boxer = targets.timeBoxer(boxed.box().access().source());
        if (boxer.isEmpty()) {
            return Outcome.refused(
                    Refusal.ACTING_OFF, boxed.box().access().source().value());
        }
        Outcome<Boxed> entered = book.decide(officer, boxed, BoxStage.LIFTING);
        if (!(entered instanceof Outcome.Done<Boxed>(Boxed lifting))) {
            return entered;
        }
        return told(officer, boxed, lifting, boxer.get().lift(boxed.box(), boxed.mayHaveEnded()));
    }

    /// Whether Curfew gives back what it ended itself, as it ends what it revokes.
    private static boolean undoes(Boxed boxed) {
        return boxed.mayHaveEnded() && !boxed.enforcement().byTarget();
    }

    private Outcome<Boxed> told(OfficerKey officer, Boxed before, Boxed lifting, ActionOutcome outcome) {
        String access = lifting.box().access().text();
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ ->
                Outcome.done(book.enter(officer.officer(), lifting, BoxStage.LIFTED, outcome.detail()));
            case ActionOutcome.Refused _ -> {
                // As it was before; one that was being lifted already is looked at for its end again.
                BoxStage stage = before.stage() == BoxStage.LIFTING ? BoxStage.BEGUN : before.stage();
                book.enter(officer.officer(), lifting, stage, outcome.detail());
                yield Outcome.refused(Refusal.CHANGED_AT_SOURCE, access, outcome.detail());
            }
            case ActionOutcome.Uncertain _ -> Outcome.refused(Refusal.UNFINISHED_TIMEBOX, access, outcome.detail());
        };
    }
}
