package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Something that can be reached: how, what, how far, how sure.
final class PathCell extends ListCell<Reached> {

    private static final Messages MESSAGES = Messages.of(PathCell.class);

    @Override
    protected void updateItem(@Nullable Reached reached, boolean empty) {
        super.updateItem(reached, empty);
        if (empty || reached == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Label how = new Label(ReachWords.how(reached));
        Label what = new Label(MESSAGES.text("cell.what", kind(reached), ReachWords.steps(reached)));
        what.getStyleClass().add("muted");
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox below = new HBox(what);
        below.getStyleClass().add("path-row");
        below.setAlignment(Pos.CENTER_LEFT);
        if (reached.sensitivity() == Sensitivity.HIGH) {
            below.getChildren().add(fixed(Chip.of(Tone.BAD, MESSAGES.text("sensitive"))));
        }
        if (reached.certainty() != Certainty.CERTAIN) {
            Tone tone = reached.certainty() == Certainty.UNKNOWN ? Tone.UNKNOWN : Tone.NOTE;
            below.getChildren().add(fixed(Chip.of(tone, ReachWords.certainty(reached.certainty()))));
        }
        how.setTooltip(new Tooltip(reached.target().text()));
        VBox both = new VBox(how, below);
        both.getStyleClass().add("path-cell");
        setGraphic(both);
        setPrefWidth(0);
        setAccessibleText(how.getText() + ". " + what.getText() + ". " + ReachWords.certainty(reached.certainty()));
    }

    private static Chip fixed(Chip chip) {
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private static String kind(Reached reached) {
        return reached.kind().isEmpty() ? MESSAGES.text("kind.unread") : Words.kind(reached.kind());
    }
}
