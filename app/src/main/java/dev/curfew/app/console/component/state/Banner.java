package dev.curfew.app.console.component.state;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line across a screen that says what limits all that is below it.
public final class Banner extends HBox {

    public Banner(Tone tone, String sentence, Action... next) {
        getStyleClass().addAll("banner", tone.styleClass());
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(sentence, new FontIcon(tone.shape()));
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        for (Action action : next) {
            ActionButton button = ActionButton.withWords(action).styled("flat", "small");
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
    }
}
