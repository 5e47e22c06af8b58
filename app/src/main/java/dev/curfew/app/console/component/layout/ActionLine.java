package dev.curfew.app.console.component.layout;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Something that is said, and beside it what can be done about it: it gives way to the buttons' words.
public final class ActionLine extends HBox {

    public ActionLine(Region said, List<Action> actions) {
        super(said);
        getStyleClass().add("joined");
        setAlignment(Pos.CENTER_LEFT);
        said.setMaxWidth(Double.MAX_VALUE);
        setHgrow(said, Priority.ALWAYS);
        for (Action action : actions) {
            ActionButton button = ActionButton.withWords(action).styled("small");
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
    }
}
