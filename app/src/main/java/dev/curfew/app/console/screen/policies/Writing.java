package dev.curfew.app.console.screen.policies;

import dev.curfew.governance.policy.PolicyProblem;
import dev.curfew.governance.policy.TextPlace;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// A text that is being written, with what is wrong with it below: each problem leads to its place.
final class Writing extends VBox {

    private static final Messages MESSAGES = Messages.of(Writing.class);

    /// More rows than these hide the text that they are about.
    private static final int PROBLEMS_SHOWN_MAX = 4;

    private static final double ROW_EMS = 2.4;

    private final TextArea area = new TextArea();
    private final ListView<PolicyProblem> problems = new ListView<>();
    private final Label caret = new Label();

    /// @param words what is written here
    Writing(String words, String id, StringProperty text) {
        getStyleClass().add("pane");
        area.setId(id);
        area.getStyleClass().addAll("code", "document");
        area.setAccessibleText(words + ". " + MESSAGES.text("tab"));
        area.textProperty().bindBidirectional(text);
        area.caretPositionProperty().subscribe(this::tellCaret);
        area.textProperty().subscribe(this::tellCaret);
        VBox.setVgrow(area, Priority.ALWAYS);
        caret.getStyleClass().add("muted");
        problems.setAccessibleText(MESSAGES.text("problems.list", words));
        problems.getStyleClass().addAll("dense", "problems");
        problems.setMinHeight(Region.USE_PREF_SIZE);
        problems.managedProperty().bind(problems.visibleProperty());
        problems.setCellFactory(_ -> new ProblemCell());
        problems.setOnMouseClicked(_ -> goToSelected());
        problems.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                goToSelected();
                event.consume();
            }
        });
        show(List.of());
        getChildren().addAll(area, below(), problems);
    }

    /// Where the caret is, and the way out: Tab is a letter here.
    private HBox below() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Label tab = new Label(MESSAGES.text("tab"));
        tab.getStyleClass().add("muted");
        HBox line = new HBox(caret, spacer, tab);
        caret.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("toolbar");
        return line;
    }

    void show(List<PolicyProblem> found) {
        problems.getItems().setAll(found);
        problems.setVisible(!found.isEmpty());
        int rows = Math.clamp(found.size(), 1, PROBLEMS_SHOWN_MAX);
        problems.setStyle("-fx-pref-height: " + rows * ROW_EMS + "em;");
    }

    private void tellCaret() {
        TextPlace place = TextPlace.of(area.getText(), area.getCaretPosition());
        caret.setText(MESSAGES.text("caret", place.line(), place.column()));
    }

    private void goToSelected() {
        PolicyProblem chosen = problems.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            goTo(chosen.place());
        }
    }

    /// Puts the caret there, with the rest of the line selected.
    void goTo(TextPlace place) {
        area.requestFocus();
        if (place.line() == 0) {
            return;
        }
        String text = area.getText();
        int start = 0;
        for (int line = 1; line < place.line() && start >= 0; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int from = Math.min(text.length(), start + Math.max(0, place.column() - 1));
        int end = text.indexOf('\n', from);
        area.selectRange(end < 0 ? text.length() : end, from);
    }

    private static final class ProblemCell extends ListCell<PolicyProblem> {
        @Override
        protected void updateItem(@Nullable PolicyProblem item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.words().replace('\n', ' '));
            FontIcon icon = new FontIcon(Material2OutlinedAL.ERROR);
            icon.getStyleClass().add("problem-icon");
            setGraphic(empty || item == null ? null : icon);
        }
    }
}
