package dev.curfew.governance.breakglass;

import dev.curfew.governance.breakglass.report.DrillReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When a path has to be drilled next. A drill that failed proves nothing: it is due again at once.
///
/// @param at when the next drill is, or was, due
public record Due(State state, Instant at) {

    /// How urgent it is.
    public enum State {
        /// Registered, and never drilled with success.
        NEVER,
        FAILED,
        OVERDUE,
        DRILLED
    }

    /// @param reports of the path, oldest first
    public static Due of(BreakGlassPath path, List<DrillReport> reports, Instant now) {
        Optional<DrillReport> good =
                reports.reversed().stream().filter(DrillReport::passed).findFirst();
        if (!reports.isEmpty() && !reports.getLast().passed()) {
            return new Due(State.FAILED, reports.getLast().endedAt());
        }
        if (good.isEmpty()) {
            return new Due(State.NEVER, path.registeredAt());
        }
        Instant at = good.get().endedAt().plus(path.every());
        return new Due(now.isBefore(at) ? State.DRILLED : State.OVERDUE, at);
    }

    public boolean isNow() {
        return state != State.DRILLED;
    }
}
