package dev.curfew.revocation.timebox;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.TimeBoxer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ends of time-boxes by the clock, also of those that came while Curfew was off. Each is entered once.
public final class BoxEnds {
    private static final Messages MESSAGES = Messages.of(BoxEnds.class);

    /// The actor of what Curfew does by itself.
    private static final String CURFEW = "curfew";

    private final Office office;
    private final Targets targets;
    private final BoxBook book;

    public BoxEnds(Office office, Targets targets) {
        this.office = office;
        this.targets = targets;
        book = new BoxBook(office);
    }

    /// Ends whatever is due. What its source refuses, or does not answer about, stays ENDING and is tried again.
    ///
    /// @return each that was due, as it stands then
    public List<Boxed> due() throws InterruptedException {
        List<Boxed> ends = new ArrayList<>();
        for (Boxed boxed : book.all()) {
            if (boxed.awaitsEnd()
                    && !office.clock().instant().isBefore(boxed.box().until())) {
                ends.add(end(boxed));
            }
        }
        return List.copyOf(ends);
    }

    private Boxed end(Boxed boxed) throws InterruptedException {
        // What is over before anybody told the source, somebody else ended: it is not given back with the box.
        boolean untried = boxed.stage() == BoxStage.ENDING ? boxed.untold() : !boxed.mayHaveEnded();
        Boxed ending =
                boxed.stage() == BoxStage.ENDING ? boxed : book.enter(CURFEW, boxed, BoxStage.ENDING, boxed.said());
        Optional<TimeBoxer> boxer = targets.timeBoxer(ending.box().access().source());
        if (boxer.isEmpty()) {
            return ending.untold()
                    ? ending
                    : book.enter(CURFEW, ending, BoxStage.ENDING, MESSAGES.text("acting-off"), BoxBook.UNTOLD);
        }
        ActionOutcome outcome = boxer.get().end(ending.box());
        if (outcome instanceof ActionOutcome.AlreadyDone && untried) {
            return book.enter(CURFEW, ending, BoxStage.ENDED, outcome.detail(), BoxBook.FOUND);
        }
        if (outcome.isDone()) {
            return book.enter(CURFEW, ending, BoxStage.ENDED, outcome.detail());
        }
        // The same answer again is no news for the ledger.
        return outcome.detail().equals(ending.said())
                ? ending
                : book.enter(CURFEW, ending, BoxStage.ENDING, outcome.detail());
    }
}
