package dev.curfew.app.usecase.breakglass;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.report.DrillReport;
import java.util.List;
import java.util.Optional;

/// A break-glass path as it stands.
///
/// @param drills oldest first
/// @param shared why it is not kept apart from daily work, a sentence each; none if it is
public record BreakGlassCase(
        BreakGlassPath path, SealState seal, List<DrillReport> drills, Due due, Trend trend, List<String> shared) {
    public BreakGlassCase {
        drills = List.copyOf(drills);
        shared = List.copyOf(shared);
    }

    public Optional<DrillReport> last() {
        return drills.isEmpty() ? Optional.empty() : Optional.of(drills.getLast());
    }

    /// Whether somebody has to do something about it.
    public boolean needsSomebody() {
        return due.isNow() || seal != SealState.INTACT || !shared.isEmpty();
    }
}
