package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.LiveLabel;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Uses of a path in earnest that need somebody: those that are open, and those that nobody has reviewed in time.
final class UseSections {
    private static final Messages MESSAGES = Messages.of(UseSections.class);

    private final ObservableValue<Instant> now;

    private UseSections(ObservableValue<Instant> now) {
        this.now = now;
    }

    /// What is left of a use goes on being told while it is looked at.
    static List<Section> of(BreakGlassCase one, ObservableValue<Instant> now) {
        UseSections uses = new UseSections(now);
        List<Section> sections = new ArrayList<>();
        section("uses.open", one.open(), uses::open).ifPresent(sections::add);
        section("uses.overdue", one.overdue(now.getValue()), uses::overdue).ifPresent(sections::add);
        return sections;
    }

    private static Optional<Section> section(String title, List<PathUse> uses, Function<PathUse, VBox> lines) {
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        VBox all = new VBox();
        all.getStyleClass().add("lines");
        uses.forEach(use -> all.getChildren().add(lines.apply(use)));
        return Optional.of(new Section(MESSAGES.text(title), all));
    }

    private VBox open(PathUse use) {
        List<Label> lines = new ArrayList<>();
        lines.add(new WrappedLabel(use.reason()));
        lines.add(live(moment -> ends(use, moment)));
        if (!use.isOverdue(now.getValue())) {
            lines.add(live(moment -> MESSAGES.text("use.review", Words.relative(use.reviewBy(), moment))));
        }
        if (!use.told().words().isEmpty()) {
            lines.add(new WrappedLabel(use.told().words()));
        }
        return lines(Chip.of(Tone.CARE, Material2OutlinedAL.LOCK_OPEN, who(use)), lines);
    }

    private static String ends(PathUse use, Instant now) {
        return use.endsBy()
                .map(at -> MESSAGES.text(now.isBefore(at) ? "use.ends" : "use.ended", Words.relative(at, now)))
                .orElseGet(() -> MESSAGES.text("use.ends.unknown"));
    }

    private VBox overdue(PathUse use) {
        return lines(
                Chip.of(Tone.BAD, Material2OutlinedAL.HOURGLASS_EMPTY, who(use)),
                List.of(
                        new WrappedLabel(use.reason()),
                        live(moment -> MESSAGES.text(
                                "use.unreviewed", Words.relative(use.reviewBy(), moment), use.path(), use.id()))));
    }

    private static String who(PathUse use) {
        return MESSAGES.text("use", use.id(), use.officer());
    }

    private LiveLabel live(Function<Instant, String> words) {
        return new LiveLabel(now, words).wrapped();
    }

    private static VBox lines(Chip chip, List<Label> words) {
        VBox lines = new VBox(chip);
        lines.getStyleClass().add("lines");
        words.forEach(line -> line.getStyleClass().add("muted"));
        lines.getChildren().addAll(words);
        return lines;
    }
}
