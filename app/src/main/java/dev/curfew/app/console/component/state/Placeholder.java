package dev.curfew.app.console.component.state;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What stands where there is nothing to show: why, and what to do next.
public final class Placeholder extends VBox {

    private static final Messages MESSAGES = Messages.of(Placeholder.class);

    private Placeholder(String styleClass, javafx.scene.Node sign, String title, String sentence, List<Action> next) {
        getStyleClass().addAll("stand-in", styleClass);
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("stand-in-title");
        Label words = new Label(sentence);
        words.getStyleClass().add("stand-in-words");
        words.setWrapText(true);
        getChildren().addAll(sign, heading, words);
        if (!next.isEmpty()) {
            FlowPane buttons = new FlowPane();
            buttons.getStyleClass().add("buttons");
            buttons.setAlignment(Pos.CENTER);
            Action first = next.stream()
                    .filter(action -> action.availability().getValue().isAvailable())
                    .findFirst()
                    .orElse(next.getFirst());
            for (Action action : next) {
                ActionButton button = ActionButton.withWords(action);
                buttons.getChildren().add(action.equals(first) ? button.styled("accent") : button);
            }
            getChildren().addAll(buttons, reason(first));
        }
    }

    /// Why what is to be done next cannot be done yet; no room where it can.
    private static Label reason(Action next) {
        Label why = new Label();
        why.getStyleClass().add("stand-in-words");
        why.setWrapText(true);
        why.textProperty()
                .bind(next.availability()
                        .map(Availability::reason)
                        .when(why.sceneProperty().map(Objects::nonNull).orElse(false)));
        why.managedProperty().bind(why.textProperty().isNotEmpty());
        return why;
    }

    /// Nothing is there, and that is in order.
    public static Placeholder empty(Ikon icon, String title, String sentence, Action... next) {
        return new Placeholder("empty", large(icon), title, sentence, List.of(next));
    }

    /// Something failed: the sentence says what happened and what to do.
    public static Placeholder failed(String title, String sentence, Action... next) {
        return new Placeholder("failed", large(Tone.BAD.shape()), title, sentence, List.of(next));
    }

    /// What stands for content that is on its way or failed, with a way to read it again; empty where it is there.
    ///
    /// @param busy what is going on
    /// @param failed what it means that it failed
    public static Optional<Placeholder> of(Content<?> content, String busy, String failed, Runnable again) {
        return of(content, busy, failed, Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, again));
    }

    /// @param next what to do when it failed
    public static Optional<Placeholder> of(Content<?> content, String busy, String failed, Action next) {
        return switch (content) {
            case Content.Loading<?> _ -> Optional.of(busy(busy));
            case Content.Failed<?>(Failure failure) -> Optional.of(failed(failed, failure.sentence(), next));
            case Content.Ready<?> _ -> Optional.empty();
        };
    }

    public static Placeholder busy(String words) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setAccessibleText(words);
        return new Placeholder("busy", turning, words, "", List.of());
    }

    private static FontIcon large(Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("icon-large");
        return icon;
    }
}
