package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// One path in full: what it is, what is wrong with it, how its last drill went.
final class PathView extends VBox {
    private static final Messages MESSAGES = Messages.of(PathView.class);

    /// As many drills as are looked back on at a glance; all of them are in the ledger.
    private static final int DRILLS_MAX = 8;

    /// @param uses that need somebody
    /// @param activity what the account did, by its source's own record
    PathView(BreakGlassCase one, List<Action> actions, List<Section> uses, Node activity) {
        getStyleClass().add("inspector-content");
        Label title = new Label(one.path().name());
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        FlowPane chips = new FlowPane(DueWords.state(DueWords.State.of(one)), DueWords.envelope(one.seal()));
        chips.getStyleClass().add("chips");
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("buttons");
        actions.forEach(action ->
                buttons.getChildren().add(ActionButton.withWords(action).styled("small")));
        getChildren().addAll(title, chips, buttons);
        if (!one.doubts().isEmpty()) {
            getChildren().add(doubts(one.doubts()));
        }
        getChildren().addAll(uses);
        if (!one.shared().isEmpty()) {
            getChildren().add(shared(one.shared()));
        }
        one.last().ifPresent(last -> getChildren().add(last(last)));
        getChildren().add(path(one.path()));
        if (one.drills().size() > 1) {
            getChildren().add(before(one.drills()));
        }
        getChildren().add(activity);
    }

    private static Section doubts(List<String> sentences) {
        VBox lines = lines();
        sentences.forEach(sentence -> lines.getChildren().add(new Banner(Tone.BAD, sentence)));
        return new Section(MESSAGES.text("doubts"), lines);
    }

    private static Section shared(List<String> sentences) {
        VBox lines = lines();
        sentences.forEach(sentence -> lines.getChildren().add(Chip.sentence(Tone.CARE, sentence)));
        return new Section(MESSAGES.text("shared"), lines);
    }

    private static Section last(DrillReport report) {
        VBox lines = lines();
        for (StageResult stage : report.stages()) {
            lines.getChildren().add(DueWords.stage(stage));
            if (!stage.isFine()) {
                lines.getChildren().add(words(stage.sentence()));
            }
            if (!stage.next().isEmpty()) {
                lines.getChildren().add(words(stage.next()));
            }
        }
        return new Section(MESSAGES.text("last", Words.moment(report.startedAt())), lines);
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Section path(BreakGlassPath path) {
        AlertPlan alert = path.alert();
        String holders = path.holders().stream().map(Holder::officer).collect(Collectors.joining(", "));
        return new Section(
                MESSAGES.text("path"),
                new Facts()
                        .add(MESSAGES.text("path.source"), path.source().value())
                        .add(MESSAGES.text("path.account"), path.account())
                        .add(MESSAGES.text("path.canary"), path.canary())
                        .add(MESSAGES.text("path.holders"), MESSAGES.text("holders.of", path.threshold(), holders))
                        .add(
                                MESSAGES.text("path.alert"),
                                alert == null
                                        ? MESSAGES.text("alert.none")
                                        : alert.receiver().address().toString())
                        .add(MESSAGES.text("path.every"), Words.length(path.every())));
    }

    private static Section before(List<DrillReport> drills) {
        VBox lines = lines();
        drills.reversed().stream()
                .limit(DRILLS_MAX)
                .forEach(drill -> lines.getChildren()
                        .add(Chip.of(
                                drill.passed() ? Tone.GOOD : Tone.BAD,
                                MESSAGES.text(
                                        drill.passed() ? "drill.passed" : "drill.failed",
                                        Words.moment(drill.startedAt())))));
        return new Section(MESSAGES.text("before"), lines);
    }

    private static VBox lines() {
        VBox lines = new VBox();
        lines.getStyleClass().add("lines");
        return lines;
    }
}
