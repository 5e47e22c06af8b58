package dev.curfew.app.console.start;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Asks for the key of a workspace that is there.
final class UnlockForm extends VBox {

    private static final Messages MESSAGES = Messages.of(UnlockForm.class);

    UnlockForm(StartViewModel model, StartState.Locked state, FileChoosing files) {
        getStyleClass().add("form");
        Label where = new Label(state.location().toString(), new FontIcon(Material2OutlinedAL.FOLDER));
        where.getStyleClass().add("workspace-name");
        getChildren().add(where);
        if (!state.complaint().isEmpty()) {
            getChildren().add(new Banner(Tone.BAD, state.complaint()));
        }
        Action unlock;
        if (state.keychain()) {
            unlock = Action.of(
                    MESSAGES.text("unlock.keychain"),
                    Material2OutlinedAL.LOCK_OPEN,
                    () -> model.open(state.location(), new WorkspaceDoor.Key.Keychain()));
        } else {
            PasswordField passphrase = new PasswordField();
            passphrase.setId("passphrase");
            getChildren().add(Field.of(MESSAGES.text("passphrase"), passphrase, ""));
            unlock = Action.of(MESSAGES.text("unlock"), Material2OutlinedAL.LOCK_OPEN, () -> {
                        WorkspaceDoor.Key key = new WorkspaceDoor.Key.Passphrase(Secret.of(passphrase.getText()));
                        passphrase.clear();
                        model.open(state.location(), key);
                    })
                    .when(passphrase
                            .textProperty()
                            .map(text -> Availability.unless(text.isEmpty(), MESSAGES.text("unlock.empty"))));
            Platform.runLater(passphrase::requestFocus);
        }
        ActionButton button = ActionButton.withWords(unlock).styled("accent", "wide");
        button.setId("unlock");
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        Action other = Action.of(
                MESSAGES.text("elsewhere"),
                Material2OutlinedAL.FOLDER_OPEN,
                () -> files.folder(MESSAGES.text("elsewhere")).ifPresent(model::choose));
        ActionButton elsewhere = ActionButton.withWords(other).styled("flat");
        elsewhere.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(button, elsewhere);
    }
}
