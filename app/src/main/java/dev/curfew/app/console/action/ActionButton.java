package dev.curfew.app.console.action;

import dev.curfew.model.text.Messages;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// An action's button. While the action is unavailable the button stays in reach of keyboard and screen reader, looks
/// unavailable, and says why instead of acting: a truly disabled control could not be asked.
public final class ActionButton extends Button {

    private static final Messages MESSAGES = Messages.of(ActionButton.class);
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private final Action action;

    private ActionButton(Action action) {
        this.action = action;
        getStyleClass().add("action-button");
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnAction(_ -> action.run());
        // Listens only while it is in a scene, so that a released screen leaves nothing behind.
        action.availability()
                .when(sceneProperty().map(Objects::nonNull).orElse(false))
                .subscribe(this::show);
        show(action.availability().getValue());
    }

    /// Icon and words.
    public static ActionButton withWords(Action action) {
        ActionButton button = new ActionButton(action);
        button.setText(action.words());
        button.setGraphic(icon(action));
        return button;
    }

    /// The icon alone; the words are its tooltip and its accessible text.
    public static ActionButton iconOnly(Action action) {
        ActionButton button = new ActionButton(action);
        button.setGraphic(icon(action));
        button.getStyleClass().addAll("flat", "button-icon");
        return button;
    }

    public ActionButton styled(String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        return this;
    }

    public Action action() {
        return action;
    }

    @Override
    public void fire() {
        Availability now = action.availability().getValue();
        switch (now) {
            case Availability.Available _ -> super.fire();
            case Availability.Unavailable(String reason) -> ActionMenu.explain(this, reason);
        }
    }

    private void show(Availability availability) {
        pseudoClassStateChanged(UNAVAILABLE, !availability.isAvailable());
        String keyed = action.keyWords()
                .map(keys -> MESSAGES.text("tip.keyed", action.words(), keys))
                .orElse(action.words());
        String words = availability.isAvailable()
                ? keyed
                : MESSAGES.text("tip.unavailable", action.words(), availability.reason());
        setAccessibleText(words);
        setTooltip(new Tooltip(words));
    }

    private static FontIcon icon(Action action) {
        return new FontIcon(action.icon());
    }
}
