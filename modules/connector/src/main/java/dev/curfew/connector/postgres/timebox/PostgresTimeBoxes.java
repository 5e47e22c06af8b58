package dev.curfew.connector.postgres.timebox;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;
import java.time.Instant;

/// Ends a login, or that it is a member of a group.
public final class PostgresTimeBoxes implements TimeBoxer {
    private final TimeBoxer logins;
    private final TimeBoxer memberships;

    /// @param revoker of the same cluster
    public PostgresTimeBoxes(PgAccess access, Revoker revoker, Clock clock) {
        Acting acting = new Acting(access, clock);
        logins = new LoginEnds(acting, revoker);
        memberships = new MembershipEnds(acting);
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        return of(access).look(access, until);
    }

    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return of(box.access()).begin(box);
    }

    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        return of(box.access()).end(box);
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return of(box.access()).lift(box, ended);
    }

    private TimeBoxer of(StandingAccess access) {
        return access.part().isPresent() ? memberships : logins;
    }
}
