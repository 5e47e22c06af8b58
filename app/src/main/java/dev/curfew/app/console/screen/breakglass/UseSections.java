package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.breakglass.LiveStatus.Seen;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Uses of a path in earnest that need somebody: those that are open, those that are to be reviewed, and those that
/// nobody has reviewed in time.
final class UseSections {
    private static final Messages MESSAGES = Messages.of(UseSections.class);

    private UseSections() {}

    /// @param review what somebody can do about a use that is to be reviewed
    static List<Section> of(
            BreakGlassCase one,
            ObservableValue<Instant> now,
            ObservableValue<Optional<Seen>> seen,
            Function<PathUse, Action> review) {
        List<Section> sections = new ArrayList<>();
        Instant start = now.getValue();
        section("uses.open", one.open(), use -> new UseView(use, now, seen)).ifPresent(sections::add);
        section("uses.overdue", one.overdue(start), use -> overdue(use, start, review.apply(use)))
                .ifPresent(sections::add);
        section("uses.awaiting", one.awaiting(start), use -> awaiting(use, now, review.apply(use)))
                .ifPresent(sections::add);
        return sections;
    }

    private static Optional<Section> section(String title, List<PathUse> uses, Function<PathUse, Node> look) {
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        VBox all = new VBox();
        all.getStyleClass().add("lines");
        uses.forEach(use -> all.getChildren().add(look.apply(use)));
        return Optional.of(new Section(MESSAGES.text(title), all));
    }

    private static VBox awaiting(PathUse use, ObservableValue<Instant> now, Action review) {
        VBox lines = lines(use, Tone.NOTE, Material2OutlinedMZ.RATE_REVIEW, MESSAGES.text("use.review"), review);
        lines.getChildren().add(1, UseView.countdown(use, now));
        return lines;
    }

    private static VBox overdue(PathUse use, Instant now, Action review) {
        String next = MESSAGES.text("use.unreviewed", Words.relative(use.reviewBy(), now));
        return lines(use, Tone.BAD, Material2OutlinedAL.HOURGLASS_EMPTY, next, review);
    }

    private static VBox lines(PathUse use, Tone tone, Ikon icon, String next, Action review) {
        VBox lines = new VBox(Chip.of(tone, icon, MESSAGES.text("use", use.id(), Words.moment(use.openedAt()))));
        lines.getStyleClass().add("lines");
        Stream.of(use.reason(), UseWords.by(use), UseWords.said(use), next)
                .filter(sentence -> !sentence.isEmpty())
                .forEach(sentence -> lines.getChildren().add(WrappedLabel.muted(sentence)));
        lines.getChildren().add(ActionButton.withWords(review).styled("small"));
        return lines;
    }
}
