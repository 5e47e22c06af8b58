package dev.curfew.app.console.screen.blastradius.path;

import dev.curfew.analysis.graph.query.Path;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.model.BlastRadiusViewModel;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The chosen path, a line a step; the step that is looked at is open.
public final class PathPane extends ScrollPane {

    private static final Messages MESSAGES = Messages.of(PathPane.class);

    private final BlastRadiusViewModel model;
    private final StepActions actions;
    private final VBox box = new VBox();
    private final List<ToggleButton> lines = new ArrayList<>();

    public PathPane(BlastRadiusViewModel model, StepActions actions) {
        this.model = model;
        this.actions = actions;
        box.getStyleClass().add("hops");
        getStyleClass().addAll("hop-panel", "edge-to-edge");
        setId("path-pane");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
    }

    public void show(Answer answer, Chosen chosen) {
        int focused = lines.stream().map(Node::isFocused).toList().indexOf(true);
        lines.clear();
        box.getChildren().setAll(header(answer, chosen));
        List<Node> ways = ways(chosen);
        if (!ways.isEmpty()) {
            HBox row = new HBox();
            row.getStyleClass().addAll("toolbar", "ways");
            row.getChildren().setAll(ways);
            box.getChildren().add(row);
        }
        List<Hop> path = chosen.path();
        for (int i = 0; i < path.size(); i++) {
            box.getChildren().add(hop(answer, chosen, i));
            if (i == chosen.at()) {
                box.getChildren().add(new StepPane(answer, chosen, actions));
            }
        }
        if (focused >= 0 && focused < lines.size()) {
            // the keyboard stays where it was, though the line is a new one
            lines.get(focused).requestFocus();
        }
        reveal(chosen.at());
    }

    /// Scrolls so that the open step begins at the top.
    private void reveal(int step) {
        if (step < 0) {
            setVvalue(0);
        } else {
            // after it was laid out: before that nobody knows how high the lines are
            Platform.runLater(() -> scrollTo(step));
        }
    }

    private void scrollTo(int step) {
        if (step >= lines.size()) {
            return;
        }
        applyCss();
        layout();
        double room = box.getHeight() - getViewportBounds().getHeight();
        double top = lines.get(step).getParent().getBoundsInParent().getMinY();
        setVvalue(room <= 0 ? 0 : Math.clamp(top / room, 0, 1));
    }

    private Node header(Answer answer, Chosen chosen) {
        Label title = new Label(PathWords.title(answer, chosen));
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox header = new HBox(title);
        header.getStyleClass().add("toolbar");
        Action copy = Action.of(
                MESSAGES.text("copy"),
                Material2OutlinedAL.CONTENT_COPY,
                () -> actions.copy(PathWords.text(answer, chosen)));
        Action close = Action.of(MESSAGES.text("close"), Material2OutlinedAL.CLOSE, model::chooseNothing);
        for (Action action : List.of(copy, close)) {
            ActionButton button = ActionButton.iconOnly(action).styled("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            header.getChildren().add(button);
        }
        return header;
    }

    /// The other ways to the same thing, where there are some, or why they are not known.
    private List<Node> ways(Chosen chosen) {
        return switch (model.ways().get()) {
            case Content.Loading<List<Path>> _ -> List.of();
            case Content.Ready<List<Path>>(List<Path> ways) -> buttons(ways, chosen);
            case Content.Failed<List<Path>>(Failure failure) -> failed(failure);
        };
    }

    private List<Node> failed(Failure failure) {
        Label words = WrappedLabel.muted(MESSAGES.text("ways.failed", failure.sentence()));
        HBox.setHgrow(words, Priority.ALWAYS);
        Action again = Action.of(MESSAGES.text("ways.again"), Material2OutlinedMZ.REFRESH, model::findWays);
        ActionButton button = ActionButton.withWords(again).styled("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return List.of(words, button);
    }

    private List<Node> buttons(List<Path> ways, Chosen chosen) {
        List<Node> buttons = new ArrayList<>();
        if (ways.size() < 2) {
            return buttons;
        }
        Label words = new Label(MESSAGES.text("ways", ways.size()));
        words.getStyleClass().add("muted");
        words.setMinWidth(Region.USE_PREF_SIZE);
        buttons.add(words);
        for (int i = 0; i < ways.size(); i++) {
            List<Hop> hops = ways.get(i).hops();
            ToggleButton button = new ToggleButton(String.valueOf(i + 1));
            button.getStyleClass().addAll("small", "way");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(hops.equals(chosen.path()));
            button.setAccessibleText(MESSAGES.text("way", i + 1, ways.size(), hops.size()));
            button.setOnAction(_ -> model.choose(chosen.by(hops)));
            buttons.add(button);
        }
        return buttons;
    }

    private Node hop(Answer answer, Chosen chosen, int at) {
        Hop hop = chosen.path().get(at);
        boolean open = at == chosen.at();
        ToggleButton line = new ToggleButton(PathWords.hop(answer.index(), at + 1, hop));
        line.getStyleClass().add("step-line");
        line.setSelected(open);
        line.setWrapText(true);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setOnAction(_ -> model.choose(chosen.at(open ? -1 : at)));
        lines.add(line);
        HBox row = new HBox(line);
        row.getStyleClass().add("path-row");
        row.setAlignment(Pos.CENTER_LEFT);
        List<String> said = new ArrayList<>(List.of(line.getText()));
        for (Chip chip : chips(answer, hop)) {
            chip.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(chip);
            said.add(chip.getText());
        }
        said.add(MESSAGES.text(open ? "hop.open" : "hop.closed"));
        line.setAccessibleText(String.join(", ", said));
        return row;
    }

    private static List<Chip> chips(Answer answer, Hop hop) {
        List<Chip> chips = new ArrayList<>();
        Certainty certainty = Certainty.of(hop.decision());
        if (certainty != Certainty.CERTAIN) {
            Tone tone = certainty == Certainty.UNKNOWN ? Tone.UNKNOWN : Tone.NOTE;
            chips.add(Chip.of(tone, ReachWords.certainty(certainty)));
        }
        if (answer.question().isComparison()) {
            Fate fate = answer.fate(hop);
            if (fate != Fate.KEPT) {
                chips.add(Chip.of(fate == Fate.LOST ? Tone.PLAIN : Tone.CARE, AnswerWords.fate(fate)));
            }
        }
        return chips;
    }
}
