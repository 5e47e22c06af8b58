package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.LiveLabel;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.breakglass.LiveStatus.Seen;
import dev.curfew.app.usecase.breakglass.status.UseStatus;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// A use that is open: how long still, who knows of it, and what is done.
final class UseView extends VBox {
    private static final Messages MESSAGES = Messages.of(UseView.class);

    private final PathUse use;
    private final VBox live = lines();

    UseView(PathUse use, ObservableValue<Instant> now, ObservableValue<Optional<Seen>> seen) {
        this.use = use;
        getStyleClass().addAll("card-box", "lines");
        getChildren()
                .addAll(
                        Chip.of(
                                Tone.CARE,
                                Material2OutlinedAL.LOCK_OPEN,
                                MESSAGES.text("use", use.id(), Words.clock(use.openedAt()))),
                        countdown(use, now),
                        new WrappedLabel(use.reason()),
                        WrappedLabel.muted(UseWords.by(use)),
                        live);
        // Listens only while it is in a scene: what is seen goes on to the next path.
        seen.when(sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(this::show);
    }

    /// Ticks.
    static VBox countdown(PathUse use, ObservableValue<Instant> now) {
        LiveLabel left = new LiveLabel(now, moment -> UseWords.left(use, moment));
        left.setId("use-countdown");
        left.getStyleClass().add("countdown");
        LiveLabel to = new LiveLabel(now, moment -> UseWords.leftTo(use, moment)).wrapped();
        to.getStyleClass().add("muted");
        return new VBox(left, to);
    }

    private void show(Optional<Seen> seen) {
        live.getChildren().clear();
        if (seen.isEmpty()) {
            live.getChildren().add(WrappedLabel.muted(MESSAGES.text("live.first")));
            return;
        }
        Seen last = seen.get();
        if (!last.trouble().isEmpty()) {
            String key = last.status().isPresent() ? "live.stale" : "live.unknown";
            String words = MESSAGES.text(key, Words.clock(last.at()), last.trouble());
            live.getChildren().add(new Banner(Tone.UNKNOWN, words));
        }
        last.of(use).ifPresent(status -> live.getChildren().addAll(knows(status), did(status.activity())));
    }

    private static Section knows(UseStatus status) {
        VBox all = lines();
        if (status.confirmed()) {
            all.getChildren().add(Chip.sentence(Tone.GOOD, status.receiver()));
        } else {
            all.getChildren().add(Chip.sentence(Tone.CARE, MESSAGES.text("receiver.not")));
            all.getChildren().add(WrappedLabel.muted(status.receiver()));
        }
        status.told().forEach(hearer -> all.getChildren().add(UseWords.hearer(hearer)));
        return new Section(MESSAGES.text("knows"), all);
    }

    private static Section did(UseStatus.Activity activity) {
        VBox all = lines();
        all.setId("use-activity");
        if (!activity.known()) {
            all.getChildren().add(new Banner(Tone.UNKNOWN, activity.words()));
            return new Section(MESSAGES.text("did"), all);
        }
        all.getChildren().add(WrappedLabel.muted(MESSAGES.text("did.record", activity.words())));
        if (activity.deeds().isEmpty()) {
            all.getChildren().add(new WrappedLabel(MESSAGES.text("did.none")));
        }
        activity.deeds().forEach(done -> all.getChildren().add(deed(done)));
        if (activity.more() > 0) {
            all.getChildren().add(WrappedLabel.muted(MESSAGES.text("did.more", activity.more())));
        }
        activity.gaps().stream()
                .distinct()
                .forEach(gap -> all.getChildren().add(new Banner(Tone.UNKNOWN, MESSAGES.text("did.gap", gap))));
        return new Section(MESSAGES.text("did"), all);
    }

    private static Node deed(UseStatus.Done done) {
        Node did =
                done.succeeded() ? new WrappedLabel(UseWords.did(done)) : Chip.sentence(Tone.CARE, UseWords.did(done));
        return new VBox(did, WrappedLabel.muted(UseWords.more(done)));
    }

    private static VBox lines() {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        return lines;
    }
}
