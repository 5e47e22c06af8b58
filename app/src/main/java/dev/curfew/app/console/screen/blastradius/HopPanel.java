package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One path, step by step, each with the statement that decided it.
final class HopPanel extends ScrollPane {

    private static final Messages MESSAGES = Messages.of(HopPanel.class);
    private static final int STATEMENT_ROWS_MAX = 12;

    private final VBox box = new VBox();

    HopPanel() {
        box.getStyleClass().add("hops");
        getStyleClass().addAll("hop-panel", "edge-to-edge");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        clear();
    }

    void clear() {
        Label hint = new Label(MESSAGES.text("hops.none"));
        hint.getStyleClass().add("muted");
        box.getChildren().setAll(hint);
    }

    void show(Reached reached, SnapshotIndex index) {
        Label title = new Label(MESSAGES.text("hops.title", ReachWords.how(reached), ReachWords.steps(reached)));
        title.getStyleClass().add("section-title");
        box.getChildren().setAll(title);
        List<Hop> path = reached.path();
        for (int i = 0; i < path.size(); i++) {
            box.getChildren().add(hop(i + 1, path.get(i), index));
        }
        setVvalue(0);
    }

    private static Node hop(int number, Hop hop, SnapshotIndex index) {
        Label sentence = new Label(MESSAGES.text("hop.number", number, ReachWords.hop(hop, id -> Names.of(index, id))));
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox lines = new VBox(sentence);
        lines.getStyleClass().add("hop");
        if (hop.decision() instanceof Evaluation.Allowed(var statements) && statements.isEmpty()) {
            return lines;
        }
        Label decision = new Label(ReachWords.decision(hop.decision()));
        decision.setWrapText(true);
        decision.setMinHeight(Region.USE_PREF_SIZE);
        decision.getStyleClass().add("muted");
        lines.getChildren().add(decision);
        if (hop.decision() instanceof Evaluation.Unknown) {
            lines.getChildren().add(Chip.of(Tone.UNKNOWN, MESSAGES.text("uncertain")));
        }
        hop.decision().decidedBy().forEach(it -> statement(it, hop, index).ifPresent(lines.getChildren()::add));
        return lines;
    }

    private static Optional<Node> statement(DecidingStatement statement, Hop hop, SnapshotIndex index) {
        return StatementText.of(index, hop.from().source(), statement).map(text -> {
            TextArea area = new TextArea(text);
            area.setEditable(false);
            area.getStyleClass().addAll("code", "document");
            area.setPrefColumnCount(1);
            area.setPrefRowCount((int) Math.min(STATEMENT_ROWS_MAX, text.lines().count() + 1));
            String words = MESSAGES.text("statement.of", Words.brief(statement.policy()));
            Tooltip whole = new Tooltip(statement.policy());
            area.setAccessibleText(words);
            TitledPane pane = new TitledPane(words, area);
            pane.setExpanded(false);
            pane.setAnimated(false);
            pane.getStyleClass().add("dense");
            pane.setMinWidth(0);
            pane.setAccessibleText(words);
            pane.setTooltip(whole);
            return pane;
        });
    }
}
