package dev.curfew.app.console.screen.exceptions.adds;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Coverages;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.reach.AddedReach;
import dev.curfew.governance.reach.AddedReach.Touched;
import dev.curfew.governance.reach.Minting;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a request would add, worked out on this machine for whoever decides.
public final class AddsView extends VBox {

    private static final Messages MESSAGES = Messages.of(AddsView.class);

    /// What an approver takes in; the rest is counted.
    private static final int LINES_MAX = 30;

    /// @param adds null: it could not be worked out here
    public AddsView(@Nullable AddedReach adds, Checked checked) {
        getStyleClass().add("lines");
        if (adds == null) {
            getChildren().add(Chip.of(Tone.UNKNOWN, MESSAGES.text("adds.unknown")));
            line(MESSAGES.text("adds.unknown.reason"));
            return;
        }
        getChildren().add(chips(adds, checked));
        line(adds.minting().reason());
        line(MESSAGES.text("adds.total", adds.touched().size()));
        adds.touched().stream().limit(LINES_MAX).forEach(this::touched);
        if (adds.touched().size() > LINES_MAX) {
            line(MESSAGES.text("adds.more", adds.touched().size() - LINES_MAX));
        }
        if (!adds.complete()) {
            getChildren().add(incomplete());
            line(checked.unread().stream().map(AddsView::unread).collect(Collectors.joining(", ")));
        }
    }

    /// What stands out of it.
    static FlowPane chips(AddedReach adds, Checked checked) {
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        if (adds.administrator()) {
            chips.getChildren().add(Chip.of(Tone.BAD, MESSAGES.text("adds.administrator")));
        }
        chips.getChildren().addAll(minting(adds.minting()), checked(checked));
        return chips;
    }

    static Chip incomplete() {
        return Chip.of(Tone.UNKNOWN, MESSAGES.text("adds.incomplete"));
    }

    private static Chip minting(Minting minting) {
        return switch (minting.answer()) {
            case CAN -> Chip.of(Tone.BAD, MESSAGES.text("mint.can"));
            case CANNOT -> Chip.of(Tone.GOOD, MESSAGES.text("mint.cannot"));
            case UNKNOWN -> Chip.of(Tone.UNKNOWN, MESSAGES.text("mint.unknown"));
        };
    }

    private static Chip checked(Checked checked) {
        return switch (checked.recheck()) {
            case SAME -> Chip.of(Tone.GOOD, MESSAGES.text("recheck.same"));
            case CHANGED -> Chip.of(Tone.CARE, MESSAGES.text("recheck.changed"));
            case NOT_CHECKED -> Chip.of(Tone.UNKNOWN, MESSAGES.text("recheck.not"));
        };
    }

    private void touched(Touched touched) {
        String sentence = MESSAGES.text(
                "adds.touched",
                ReachWords.verb(HopKind.valueOf(touched.how())),
                nativeId(touched.target()),
                Words.kind(touched.kind()));
        Certainty certainty = Certainty.valueOf(touched.certainty());
        line(
                certainty == Certainty.CERTAIN
                        ? sentence
                        : MESSAGES.text("adds.uncertain", sentence, ReachWords.certainty(certainty)));
    }

    /// The source stands above already.
    private static String nativeId(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    /// As it was signed, `source/scope STATE`; what has another shape is shown as it is.
    private static String unread(String gap) {
        int last = gap.lastIndexOf(' ');
        return Arrays.stream(CoverageState.values())
                .filter(state -> state.name().equals(gap.substring(last + 1)))
                .findFirst()
                .map(state -> MESSAGES.text("adds.unread", gap.substring(0, last), Coverages.words(state)))
                .orElse(gap);
    }

    private void line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(label);
    }
}
