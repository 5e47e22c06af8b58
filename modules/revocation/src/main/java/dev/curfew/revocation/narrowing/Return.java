package dev.curfew.revocation.narrowing;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.narrowing.PolicyKeeper;
import dev.curfew.model.narrowing.PolicyText;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;

/// The way back, in one step: the former policy stands again, unless somebody has changed it since.
public final class Return {
    private static final Messages MESSAGES = Messages.of(Return.class);

    private final Targets targets;
    private final NarrowingBook book;

    public Return(Office office, Targets targets) {
        this.targets = targets;
        book = new NarrowingBook(office);
    }

    /// @return the narrowing, RETURNED, or ABANDONED where nothing was written yet; or UNKNOWN_NARROWING,
    ///     ILLEGAL_STATE, ACTING_OFF, CHANGED_AT_SOURCE, UNFINISHED_NARROWING, SOURCE_FAILED, or as `Roster.holder`
    public Outcome<Narrowing> back(OfficerKey officer, String id) throws InterruptedException {
        Outcome<Narrowing> found = book.find(id);
        if (!(found instanceof Outcome.Done<Narrowing>(Narrowing narrowing))) {
            return found;
        }
        try {
            return switch (narrowing.stage()) {
                case NOTICED ->
                    book.decide(officer, id, NarrowStage.ABANDONED, Map.of("said", MESSAGES.text("withdrawn")));
                case APPLYING, APPLIED, RETURNING -> back(officer, narrowing);
                case ABANDONED, RETURNED ->
                    Outcome.refused(Refusal.ILLEGAL_STATE, id, narrowing.stage().word(), "rolled back");
            };
        } catch (SourceException e) {
            return Outcome.refused(
                    Refusal.SOURCE_FAILED, narrowing.policy().source().value(), String.valueOf(e.getMessage()));
        }
    }

    private Outcome<Narrowing> back(OfficerKey officer, Narrowing narrowing) throws InterruptedException {
        Optional<PolicyKeeper> keeper = targets.keeper(narrowing.policy().source());
        if (keeper.isEmpty()) {
            return Outcome.refused(
                    Refusal.ACTING_OFF, narrowing.policy().source().value());
        }
        PolicyText now = keeper.get().read(narrowing.policy());
        boolean narrow = now.text().equals(narrowing.text());
        boolean returned = now.text().equals(narrowing.prior().text());
        if (!narrow && !returned) {
            return Outcome.refused(
                    Refusal.CHANGED_AT_SOURCE, narrowing.policy().text(), MESSAGES.text("changed", narrowing.id()));
        }
        Outcome<Narrowing> entered = book.decide(officer, narrowing.id(), NarrowStage.RETURNING, Map.of());
        if (!(entered instanceof Outcome.Done<Narrowing>(Narrowing returning))) {
            return entered;
        }
        if (returned) {
            return Outcome.done(
                    book.enter(officer.officer(), returning, NarrowStage.RETURNED, MESSAGES.text("stands-again")));
        }
        return told(officer, returning, keeper.get().restore(narrowing.policy(), now, narrowing.prior()));
    }

    private Outcome<Narrowing> told(OfficerKey officer, Narrowing returning, ActionOutcome outcome) {
        return switch (outcome) {
            case ActionOutcome.Done _, ActionOutcome.AlreadyDone _ ->
                Outcome.done(book.enter(officer.officer(), returning, NarrowStage.RETURNED, outcome.detail()));
            case ActionOutcome.Refused _ -> {
                book.enter(officer.officer(), returning, NarrowStage.APPLIED, outcome.detail());
                yield Outcome.refused(
                        Refusal.CHANGED_AT_SOURCE, returning.policy().text(), outcome.detail());
            }
            case ActionOutcome.Uncertain _ ->
                Outcome.refused(Refusal.UNFINISHED_NARROWING, returning.policy().text(), outcome.detail());
        };
    }
}
