package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Uses of a path in earnest that need somebody: those that are open, and those that nobody has reviewed in time.
final class UseSections {
    private static final Messages MESSAGES = Messages.of(UseSections.class);

    private UseSections() {}

    static List<Section> of(BreakGlassCase one, Instant now) {
        List<Section> sections = new ArrayList<>();
        section("uses.open", one.open(), use -> open(use, now)).ifPresent(sections::add);
        section("uses.overdue", one.overdue(now), use -> overdue(use, now)).ifPresent(sections::add);
        return sections;
    }

    /// What is shown of a use.
    private interface Lines {
        VBox of(PathUse use);
    }

    private static Optional<Section> section(String title, List<PathUse> uses, Lines lines) {
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        VBox all = new VBox();
        all.getStyleClass().add("lines");
        uses.forEach(use -> all.getChildren().add(lines.of(use)));
        return Optional.of(new Section(MESSAGES.text(title), all));
    }

    private static VBox open(PathUse use, Instant now) {
        return lines(
                Chip.of(Tone.CARE, Material2OutlinedAL.LOCK_OPEN, MESSAGES.text("use", use.id(), use.officer())),
                use.reason(),
                use.endsBy()
                        .map(at -> MESSAGES.text(now.isBefore(at) ? "use.ends" : "use.ended", Words.relative(at, now)))
                        .orElseGet(() -> MESSAGES.text("use.ends.unknown")),
                MESSAGES.text("use.review", Words.relative(use.reviewBy(), now)),
                use.told().words());
    }

    private static VBox overdue(PathUse use, Instant now) {
        return lines(
                Chip.of(Tone.BAD, Material2OutlinedAL.HOURGLASS_EMPTY, MESSAGES.text("use", use.id(), use.officer())),
                use.reason(),
                MESSAGES.text("use.unreviewed", Words.relative(use.reviewBy(), now), use.path(), use.id()));
    }

    private static VBox lines(Chip chip, String... sentences) {
        VBox lines = new VBox(chip);
        lines.getStyleClass().add("lines");
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                Label label = new Label(sentence);
                label.setWrapText(true);
                label.setMinHeight(Region.USE_PREF_SIZE);
                label.getStyleClass().add("muted");
                lines.getChildren().add(label);
            }
        }
        return lines;
    }
}
