package dev.curfew.connector.postgres.timebox;

import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.timebox.TimeBoxesByForm;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Clock;

/// Ends a login, or that it is a member of a group.
public final class PostgresTimeBoxes extends TimeBoxesByForm {
    private final TimeBoxer logins;
    private final TimeBoxer memberships;

    /// @param revoker of the same cluster
    public PostgresTimeBoxes(PgAccess access, Revoker revoker, Clock clock) {
        Acting acting = new Acting(access, clock);
        logins = new LoginEnds(acting, revoker);
        memberships = new MembershipEnds(acting);
    }

    @Override
    protected TimeBoxer of(StandingAccess access) {
        return access.part().isPresent() ? memberships : logins;
    }
}
