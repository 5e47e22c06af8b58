package dev.curfew.app.console.action;

import java.util.List;
import javafx.scene.layout.FlowPane;

/// What can be done with one thing: what comes next as buttons, the rest in a menu behind them.
public final class ActionRow extends FlowPane {

    /// @param menu may be empty: then there is none
    public ActionRow(List<Action> buttons, List<Action> menu) {
        getStyleClass().add("buttons");
        buttons.forEach(
                action -> getChildren().add(ActionButton.withWords(action).styled("small")));
        if (!menu.isEmpty()) {
            ActionMenu more = new ActionMenu(menu);
            more.getStyleClass().add("small");
            getChildren().add(more);
        }
    }
}
