package dev.curfew.app.console.component.form;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// Who signs, and the passphrase of their key.
public final class OfficerFields extends VBox {

    private static final Messages MESSAGES = Messages.of(OfficerFields.class);

    private final ComboBox<Officer> officer = new ComboBox<>();
    private final PasswordField passphrase = new PasswordField();

    /// @param officers those who may sign here
    public OfficerFields(List<Officer> officers) {
        this(officers, "officer");
    }

    /// @param role what whoever signs is here: `officer`, or `approver` beside one
    private OfficerFields(List<Officer> officers, String role) {
        getStyleClass().add("form");
        officer.setId(role);
        passphrase.setId(role + "-passphrase");
        officer.getItems().setAll(officers);
        officer.setConverter(new Spoken<>(it -> MESSAGES.text("officer.name", it.displayName(), it.name())));
        if (officers.size() == 1) {
            officer.setValue(officers.getFirst());
        }
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text(role), officer, ""),
                        Field.of(MESSAGES.text(role + ".passphrase"), passphrase, MESSAGES.text(role + ".hint")));
    }

    /// What is to be filled in first: who signs, or their passphrase where that is known.
    public Control first() {
        return officer.getValue() == null ? officer : passphrase;
    }

    /// Another, who signs beside the officer.
    public static OfficerFields approver(List<Officer> officers) {
        return new OfficerFields(officers, "approver");
    }

    /// Who signs; its value is null until somebody is chosen.
    public ObservableValue<Officer> chosen() {
        return officer.valueProperty();
    }

    public ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.unless(officer.getValue() == null, MESSAGES.text("officer.missing"))
                        .and(Availability.unless(
                                passphrase.getText().isEmpty(), MESSAGES.text("officer.passphrase.missing"))),
                officer.valueProperty(),
                passphrase.textProperty());
    }

    /// The same, once something is said too.
    ///
    /// @param missing why not, while nothing is
    public ObservableValue<Availability> availability(TextInputControl said, String missing) {
        ObservableValue<Availability> signed = availability();
        return Bindings.createObjectBinding(
                () -> Availability.unless(said.getText().isBlank(), missing).and(signed.getValue()),
                said.textProperty(),
                signed);
    }

    /// The same, where it may be done at all.
    ///
    /// @param may followed
    public ObservableValue<Availability> availability(
            ObservableValue<Availability> may, TextInputControl said, String missing) {
        ObservableValue<Availability> signed = availability(said, missing);
        return Bindings.createObjectBinding(() -> may.getValue().and(signed.getValue()), may, signed);
    }

    /// The login, whose passphrase leaves the field; whoever takes it closes it.
    public OfficerLogin take() {
        OfficerLogin login = new OfficerLogin(officer.getValue().name(), Secret.of(passphrase.getText()));
        passphrase.clear();
        return login;
    }
}
