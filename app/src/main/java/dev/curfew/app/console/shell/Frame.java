package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.ActionMenu;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A screen with its name, where one is on it, and its actions above it.
final class Frame extends VBox {

    /// As many as fit beside a screen's name with large text; the others are in a menu.
    private static final int BUTTONS_MAX = 3;

    private final Label title = new Label();
    private final Label crumb = new Label();
    private final HBox buttons = new HBox();
    private final VBox place = new VBox();

    Frame(Action back, Action forward) {
        getStyleClass().add("frame");
        title.getStyleClass().add("screen-title");
        crumb.getStyleClass().add("crumb");
        buttons.getStyleClass().add("buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox.setHgrow(crumb, Priority.SOMETIMES);
        crumb.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(crumb.textProperty());
        crumb.setTooltip(whole);
        title.setMinWidth(Region.USE_PREF_SIZE);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox top = new HBox(ActionButton.iconOnly(back), ActionButton.iconOnly(forward), title, crumb, spacer, buttons);
        top.getStyleClass().add("frame-top");
        top.setAlignment(Pos.CENTER_LEFT);
        place.getStyleClass().add("frame-place");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(top, place);
    }

    void show(Place where, Screen screen) {
        title.setText(where.title());
        StringProperty one = screen.frame().crumb();
        crumb.textProperty().bind(one.map(text -> text.isEmpty() ? where.purpose() : text));
        // Half a purpose tells nobody anything; the start of a name does.
        crumb.visibleProperty()
                .bind(one.isNotEmpty().or(crumb.textTruncatedProperty().not()));
        List<Action> actions = screen.actions();
        buttons.getChildren()
                .setAll(actions.stream()
                        .limit(BUTTONS_MAX)
                        .map(action -> action.equals(actions.getFirst())
                                ? ActionButton.withWords(action).styled("accent")
                                : ActionButton.withWords(action))
                        .toList());
        if (actions.size() > BUTTONS_MAX) {
            buttons.getChildren().add(new ActionMenu(actions.subList(BUTTONS_MAX, actions.size())));
        }
        VBox.setVgrow(screen.frame().root(), Priority.ALWAYS);
        place.getChildren().setAll(screen.frame().root());
    }

    void clear() {
        crumb.textProperty().unbind();
        crumb.visibleProperty().unbind();
        place.getChildren().clear();
    }
}
