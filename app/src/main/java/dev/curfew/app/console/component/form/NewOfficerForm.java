package dev.curfew.app.console.component.form;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for a new officer: a short name, a display name, a passphrase for the key that is made.
public final class NewOfficerForm extends VBox {

    private static final Messages MESSAGES = Messages.of(NewOfficerForm.class);

    /// Against guessing of a key file that was copied off.
    private static final int PASSPHRASE_CHARACTERS_MIN = 12;

    private final TextField name = new TextField();
    private final TextField displayName = new TextField();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField repeated = new PasswordField();

    public NewOfficerForm() {
        getStyleClass().add("form");
        name.setId("new-officer-name");
        displayName.setId("new-officer-display-name");
        passphrase.setId("new-officer-passphrase");
        repeated.setId("new-officer-repeated");
        name.setPromptText(MESSAGES.text("new.name.example"));
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("new.name"), name, MESSAGES.text("new.name.hint")),
                        Field.of(MESSAGES.text("new.display"), displayName, ""),
                        Field.of(
                                MESSAGES.text("officer.passphrase"),
                                passphrase,
                                MESSAGES.text("new.passphrase.hint", PASSPHRASE_CHARACTERS_MIN)),
                        Field.of(MESSAGES.text("new.repeat"), repeated, ""));
    }

    public TextField first() {
        return name;
    }

    public String displayName() {
        return displayName.getText().strip();
    }

    public OfficerLogin take() {
        OfficerLogin login = new OfficerLogin(name.getText().strip(), Secret.of(passphrase.getText()));
        passphrase.clear();
        repeated.clear();
        return login;
    }

    public ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.whenNot(complaint()),
                name.textProperty(),
                displayName.textProperty(),
                passphrase.textProperty(),
                repeated.textProperty());
    }

    private String complaint() {
        if (!Officer.isName(name.getText().strip())) {
            return MESSAGES.text("new.name.wrong");
        }
        if (displayName.getText().isBlank()) {
            return MESSAGES.text("new.display.missing");
        }
        if (passphrase.getText().length() < PASSPHRASE_CHARACTERS_MIN) {
            return MESSAGES.text("new.passphrase.short", PASSPHRASE_CHARACTERS_MIN);
        }
        return passphrase.getText().equals(repeated.getText()) ? "" : MESSAGES.text("new.passphrase.differs");
    }
}
