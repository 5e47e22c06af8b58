package dev.curfew.app.console.action;

import atlantafx.base.controls.Popover;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// Actions that do not fit beside the others. One that cannot be run now stays there, says so, and why when it is
/// chosen.
public final class ActionMenu extends MenuButton {

    private static final Messages MESSAGES = Messages.of(ActionMenu.class);

    public ActionMenu(List<Action> actions) {
        super(MESSAGES.text("more"));
        getStyleClass().add("action-menu");
        setAccessibleText(MESSAGES.text(
                "more.sentence",
                String.join(", ", actions.stream().map(Action::words).toList())));
        getItems().setAll(actions.stream().map(this::item).toList());
        // Whether they can be run is looked up when it opens, so that nothing has to be listened to.
        setOnShowing(_ -> getItems().setAll(actions.stream().map(this::item).toList()));
    }

    private MenuItem item(Action action) {
        Availability now = action.availability().getValue();
        MenuItem item = new MenuItem(
                now.isAvailable() ? action.words() : MESSAGES.text("more.unavailable", action.words()),
                new FontIcon(action.icon()));
        item.setAccelerator(action.key());
        item.setOnAction(_ -> {
            if (!action.run()) {
                explain(this, action.availability().getValue().reason());
            }
        });
        return item;
    }

    /// Says beside a control why what it offers cannot be done.
    static void explain(Node beside, String reason) {
        if (beside.getScene() == null || beside.getScene().getWindow() == null) {
            return;
        }
        Label words = new Label(reason);
        words.setWrapText(true);
        words.getStyleClass().add("reason");
        Popover popover = new Popover(new StackPane(words));
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.show(beside);
    }
}
