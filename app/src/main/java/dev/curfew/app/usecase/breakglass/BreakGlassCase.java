package dev.curfew.app.usecase.breakglass;

import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.use.PathUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A break-glass path as it stands.
///
/// @param drills oldest first
/// @param uses in earnest, oldest first
/// @param shared why it is not kept apart from daily work, a sentence each; none if it is
/// @param doubts what the ledger says of it and is not believed, a sentence each
public record BreakGlassCase(
        BreakGlassPath path,
        SealState seal,
        List<DrillReport> drills,
        Due due,
        Trend trend,
        List<PathUse> uses,
        List<String> shared,
        List<String> doubts) {
    public BreakGlassCase {
        drills = List.copyOf(drills);
        uses = List.copyOf(uses);
        shared = List.copyOf(shared);
        doubts = List.copyOf(doubts);
    }

    public Optional<DrillReport> last() {
        return drills.isEmpty() ? Optional.empty() : Optional.of(drills.getLast());
    }

    /// Those that are open now, or that a machine which stopped has left open: until a drill passes that began when
    /// their time was over, since that replaces what they were opened with.
    public List<PathUse> open() {
        return uses.stream()
                .filter(PathUse::isOpen)
                .filter(use -> !isReplaced(use))
                .toList();
    }

    private boolean isReplaced(PathUse use) {
        Instant end = use.endsBy().orElse(use.openedAt());
        return drills.stream()
                .anyMatch(drill -> drill.passed() && drill.startedAt().isAfter(end));
    }

    /// Those that nobody has looked at in time.
    public List<PathUse> overdue(Instant now) {
        return uses.stream().filter(use -> use.isOverdue(now)).toList();
    }

    /// Those that are not open any more, and that somebody else has to look at, and still can in time.
    public List<PathUse> awaiting(Instant now) {
        List<PathUse> open = open();
        return uses.stream()
                .filter(use -> !open.contains(use) && use.reviewer().isEmpty() && !use.isOverdue(now))
                .toList();
    }

    /// How often it was used in earnest since then.
    public long usedSince(Instant since) {
        return uses.stream().filter(use -> !use.openedAt().isBefore(since)).count();
    }

    /// Whether somebody has to do something about it.
    public boolean needsSomebody(Instant now) {
        return due.isNow()
                || seal != SealState.INTACT
                || !shared.isEmpty()
                || !doubts.isEmpty()
                || !overdue(now).isEmpty();
    }
}
