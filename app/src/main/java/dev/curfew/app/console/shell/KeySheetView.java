package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// Every key there is now, from the actions that have one.
final class KeySheetView extends GridPane {

    KeySheetView(List<Action> actions) {
        getStyleClass().add("key-sheet");
        List<Action> keyed =
                actions.stream().filter(action -> action.key() != null).toList();
        for (int row = 0; row < keyed.size(); row++) {
            Action action = keyed.get(row);
            Label key = new Label(action.keyWords().orElse(""));
            key.getStyleClass().add("key");
            add(key, 0, row);
            add(new Label(action.words()), 1, row);
        }
    }
}
