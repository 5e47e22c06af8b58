package dev.curfew.connector.timebox;

import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Instant;

/// Where a source ends accesses of different forms in different ways.
public abstract class TimeBoxesByForm implements TimeBoxer {
    /// What ends accesses of this form.
    ///
    /// @throws dev.curfew.model.port.SourceException REFUSED if nothing does
    protected abstract TimeBoxer of(StandingAccess access);

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        return of(access).look(access, until);
    }

    @Override
    public final ActionOutcome begin(TimeBox box) throws InterruptedException {
        return of(box.access()).begin(box);
    }

    @Override
    public final ActionOutcome end(TimeBox box) throws InterruptedException {
        return of(box.access()).end(box);
    }

    @Override
    public final ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return of(box.access()).lift(box, ended);
    }
}
