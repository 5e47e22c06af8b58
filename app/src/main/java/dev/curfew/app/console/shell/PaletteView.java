package dev.curfew.app.console.shell;

import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.model.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// A field and what it finds.
final class PaletteView extends VBox {

    private static final Messages MESSAGES = Messages.of(PaletteView.class);

    private final TextField field = new TextField();
    private final ListView<PaletteItem> list;
    private final Runnable close;

    PaletteView(PaletteViewModel model, Runnable close) {
        this.close = close;
        getStyleClass().add("palette");
        field.setPromptText(MESSAGES.text("palette.prompt"));
        field.setAccessibleText(MESSAGES.text("palette.prompt"));
        field.textProperty().subscribe(model::query);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list = new ListView<>(model.items());
        list.setAccessibleText(MESSAGES.text("palette.list"));
        list.setCellFactory(_ -> new ItemCell());
        list.setPlaceholder(Placeholder.empty(
                Material2OutlinedMZ.SEARCH, MESSAGES.text("palette.none"), MESSAGES.text("palette.none.next")));
        list.setOnMouseClicked(_ -> runSelected());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                runSelected();
            }
        });
        model.items().subscribe(() -> list.getSelectionModel().selectFirst());
        list.getSelectionModel().selectFirst();
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(field, list);
    }

    TextField field() {
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
        PaletteItem item = list.getSelectionModel().getSelectedItem();
        if (item != null && item.available()) {
            close.run();
            item.run().run();
        }
    }

    private static final class ItemCell extends ListCell<PaletteItem> {

        @Override
        protected void updateItem(@Nullable PaletteItem item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Label words = new Label(item.words(), new FontIcon(item.icon()));
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label hint = new Label(item.hint());
            hint.getStyleClass().add("muted");
            HBox row = new HBox(words, hint);
            row.getStyleClass().add("palette-row");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setOpacity(1);
            setGraphic(row);
        }
    }
}
