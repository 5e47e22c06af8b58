package dev.curfew.app.cli.breakglass;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Uses of break-glass paths, a line each.
final class UseListing {
    private static final Messages MESSAGES = Messages.of(UseListing.class);

    private UseListing() {}

    static Listing<PathUse> of(Instant now) {
        return new Listing<>(
                "curfew.break-glass-uses/1",
                List.of(
                        Column.whole(MESSAGES.text("use"), PathUse::id),
                        Column.of(MESSAGES.text("opened"), use -> ModelWords.time(use.openedAt())),
                        Column.of(MESSAGES.text("by"), use -> String.join(", ", use.openedBy())),
                        Column.of(MESSAGES.text("closed"), UseListing::closed),
                        Column.of(MESSAGES.text("review"), use -> review(use, now)),
                        Column.of(MESSAGES.text("said"), use -> use.said().words()),
                        Column.of(MESSAGES.text("reason"), PathUse::reason)),
                use -> json(use, now),
                MESSAGES.text("uses.none"));
    }

    private static String closed(PathUse use) {
        return use.closed().map(ModelWords::time).orElse(MESSAGES.text("closed.not"));
    }

    private static String review(PathUse use, Instant now) {
        return use.reviewer()
                .map(reviewer -> MESSAGES.text("review.done", reviewer))
                .orElseGet(() -> MESSAGES.text(
                        use.isOverdue(now) ? "review.overdue" : "review.until", ModelWords.time(use.reviewBy())));
    }

    private static Map<String, @Nullable Object> json(PathUse use, Instant now) {
        return new Fields()
                .put("id", use.id())
                .put("path", use.path())
                .put("officer", use.officer())
                .put("openedBy", use.openedBy())
                .put("approver", use.approver().orElse(null))
                .put("reason", use.reason())
                .put("policiesSaid", use.said().words())
                .put("policies", use.said().policies())
                .put("openedAt", use.openedAt())
                .put("closedAt", use.closed().orElse(null))
                .put("reviewBy", use.reviewBy())
                .put("reviewer", use.reviewer().orElse(null))
                .put("overdue", use.isOverdue(now))
                .map();
    }
}
