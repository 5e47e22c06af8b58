package dev.curfew.app.console.screen.inventory.attest;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// An owner's SSH key that an officer is about to vouch for, with the fingerprint to compare.
final class OwnerKeyField extends VBox {
    private static final Messages MESSAGES = Messages.of(OwnerKeyField.class);

    private final TextField line = new TextField();

    OwnerKeyField() {
        getStyleClass().add("field");
        line.setId("owner-key");
        Label fingerprint = new Label();
        fingerprint.getStyleClass().add("code");
        fingerprint.setWrapText(true);
        fingerprint.textProperty().bind(line.textProperty().map(typed -> words()));
        getChildren().addAll(Field.of(MESSAGES.text("key"), line, MESSAGES.text("key.hint")), fingerprint);
    }

    Optional<SshKey> key() {
        return SshKey.parse(line.getText());
    }

    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.unless(key().isEmpty(), MESSAGES.text("key.missing")), line.textProperty());
    }

    private String words() {
        return key().map(SshKey::fingerprint)
                .orElseGet(() -> line.getText().isBlank() ? "" : MESSAGES.text("key.other"));
    }
}
