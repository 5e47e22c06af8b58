package dev.curfew.app.console.signin;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.text.LiveLabel;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.usecase.officer.Presence;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who signed in here, each with a way out.
final class PresenceView extends VBox {

    private static final Messages MESSAGES = Messages.of(PresenceView.class);

    /// @param signOut ends the sign-ins of an officer
    PresenceView(Presence presence, ObservableValue<Instant> now, Function<String, Action> signOut) {
        getStyleClass().add("lines");
        setId("signed-in");
        if (presence.signIns().isEmpty()) {
            getChildren().add(WrappedLabel.muted(MESSAGES.text("nobody")));
        }
        presence.signIns().forEach(one -> getChildren().add(card(presence, one, now, signOut.apply(one.officer()))));
    }

    private static HBox card(Presence presence, SignIn one, ObservableValue<Instant> now, Action signOut) {
        Label name = new Label(MESSAGES.text("who", one.officer(), one.subject().subject()));
        name.getStyleClass().add("semibold");
        LiveLabel when = new LiveLabel(now, moment -> PresenceWords.when(one, moment));
        LiveLabel serves = new LiveLabel(now, moment -> PresenceWords.serves(presence, one, moment)).wrapped();
        serves.getStyleClass().add("muted");
        VBox words = new VBox(name, when, serves);
        words.getStyleClass().add("tight-lines");
        HBox.setHgrow(words, Priority.ALWAYS);
        ActionButton out = ActionButton.withWords(signOut).styled("small");
        out.setMinWidth(Region.USE_PREF_SIZE);
        HBox card = new HBox(words, out);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("card-box");
        return card;
    }
}
