package dev.curfew.app.console.component.picker;

import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.model.text.Messages;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// A field and what it finds. Arrow keys move in the list while the field keeps the focus.
public final class PickerView extends VBox {

    private static final Messages MESSAGES = Messages.of(PickerView.class);

    private final TextField field = new TextField();
    private final ListView<Pick> list;
    private final Runnable close;

    /// @param prompt what to type
    /// @param close runs before the choice does
    public PickerView(PickerViewModel model, String prompt, Runnable close) {
        this.close = close;
        getStyleClass().add("picker");
        field.setId("picker-field");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.textProperty().subscribe((_, text) -> model.query(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list = new ListView<>(model.items());
        list.setAccessibleText(MESSAGES.text("list"));
        list.setCellFactory(_ -> new PickCell());
        list.setPlaceholder(
                Placeholder.empty(Material2OutlinedMZ.SEARCH, MESSAGES.text("none"), MESSAGES.text("none.next")));
        list.setOnMouseClicked(_ -> runSelected());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                runSelected();
            }
        });
        // After the list itself has heard of the change: before that there is nothing to select.
        model.items().addListener((ListChangeListener<Pick>)
                _ -> list.getSelectionModel().selectFirst());
        list.getSelectionModel().selectFirst();
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);
    }

    public TextField field() {
        return field;
    }

    private void steer(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(event, 1);
            case UP -> move(event, -1);
            case ENTER -> {
                event.consume();
                runSelected();
            }
            default -> {}
        }
    }

    private void move(KeyEvent event, int by) {
        event.consume();
        int last = list.getItems().size() - 1;
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(to);
        list.scrollTo(to);
    }

    private void runSelected() {
        Pick pick = list.getSelectionModel().getSelectedItem();
        if (pick != null && pick.available()) {
            close.run();
            pick.run().run();
        }
    }

    private static final class PickCell extends ListCell<Pick> {

        @Override
        protected void updateItem(@Nullable Pick pick, boolean empty) {
            super.updateItem(pick, empty);
            if (empty || pick == null) {
                setGraphic(null);
                return;
            }
            Label words = new Label(pick.words(), new FontIcon(pick.icon()));
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label hint = new Label(pick.hint());
            hint.getStyleClass().add("muted");
            hint.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(words, hint);
            row.getStyleClass().add("pick-row");
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            // The row is as wide as the list: long names are cut, not the hint.
            setPrefWidth(0);
        }
    }
}
