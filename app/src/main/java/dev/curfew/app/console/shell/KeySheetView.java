package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Every key there is now, from the actions that have one.
final class KeySheetView extends GridPane {

    private static final Messages MESSAGES = Messages.of(KeySheetView.class);

    /// @param here those of the screen that is shown
    /// @param everywhere those that hold on every screen
    KeySheetView(List<Action> here, List<Action> everywhere) {
        getStyleClass().add("key-sheet");
        part(MESSAGES.text("keys.here"), here);
        part(MESSAGES.text("keys.everywhere"), everywhere);
    }

    /// Under its heading, unless nothing of it has a key.
    private void part(String title, List<Action> actions) {
        List<Action> keyed =
                actions.stream().filter(action -> action.key() != null).toList();
        if (keyed.isEmpty()) {
            return;
        }
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        add(heading, 0, getRowCount(), 2, 1);
        for (Action action : keyed) {
            Label key = new Label(action.keyWords().orElse(""));
            key.getStyleClass().add("key");
            addRow(getRowCount(), key, new Label(action.words()));
        }
    }
}
