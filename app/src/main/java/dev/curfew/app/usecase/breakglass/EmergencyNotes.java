package dev.curfew.app.usecase.breakglass;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.breakglass.use.UseBook;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What break-glass paths need somebody for, as findings take it.
public final class EmergencyNotes {
    private final PathBook book;
    private final UseBook uses;

    public EmergencyNotes(PathBook book, UseBook uses) {
        this.book = book;
        this.uses = uses;
    }

    /// A path with what was entered of it.
    public record Kept(BreakGlassPath path, List<DrillReport> drills, List<PathUse> uses) {
        public Kept {
            drills = List.copyOf(drills);
            uses = List.copyOf(uses);
        }
    }

    /// Without what is not what its officer signed: whoever lists the paths is told that.
    public List<Kept> read(Transaction transaction) {
        return book.paths(transaction).all().stream()
                .map(path -> new Kept(
                        path,
                        book.drills(transaction, path.name()).all(),
                        uses.all(transaction, path.name()).all()))
                .toList();
    }

    public static List<Noted.Emergency> of(List<Kept> all, Instant now) {
        List<Noted.Emergency> found = new ArrayList<>();
        for (Kept kept : all) {
            drill(kept, now).ifPresent(found::add);
            kept.uses().stream()
                    .filter(use -> use.isOverdue(now))
                    .map(use -> note(Noted.Trouble.REVIEW_OVERDUE, kept, use.reviewBy(), use.id()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Noted.Emergency> drill(Kept kept, Instant now) {
        Due due = Due.of(kept.path(), kept.drills(), now);
        return switch (due.state()) {
            case NEVER -> Optional.of(note(Noted.Trouble.NEVER_DRILLED, kept, due.at(), ""));
            case FAILED -> Optional.of(note(Noted.Trouble.DRILL_FAILED, kept, due.at(), ""));
            case OVERDUE -> Optional.of(note(Noted.Trouble.DRILL_OVERDUE, kept, due.at(), ""));
            case DRILLED -> Optional.empty();
        };
    }

    private static Noted.Emergency note(Noted.Trouble trouble, Kept kept, Instant at, String use) {
        BreakGlassPath path = kept.path();
        return new Noted.Emergency(trouble, path.name(), new IdentityId(path.source(), path.account()), at, use);
    }
}
