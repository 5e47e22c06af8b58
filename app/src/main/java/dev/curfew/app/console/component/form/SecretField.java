package dev.curfew.app.console.component.form;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Takes a secret by pasting it or from a file. It is in memory only, and gone from here once taken.
public final class SecretField extends VBox {

    private static final Messages MESSAGES = Messages.of(SecretField.class);

    /// Longer than any credential that a person hands over (a Kubernetes token has some 1,200 bytes).
    private static final long FILE_BYTES_MAX = 64 * 1024;

    private final PasswordField field = new PasswordField();
    private final Label complaint = new Label();

    public SecretField(String label, String hint, FileChoosing files) {
        getStyleClass().add("field");
        Action fromFile = Action.of(
                MESSAGES.text("from.file", label),
                Material2OutlinedAL.FOLDER_OPEN,
                () -> files.toOpen(MESSAGES.text("from.file", label)).ifPresent(this::load));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(field, ActionButton.iconOnly(fromFile));
        row.getStyleClass().add("joined");
        complaint.getStyleClass().add("tone-bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        FileDrop.onto(this, dropped -> dropped.stream().limit(1).forEach(this::load));
        Field named = Field.of(label, row, field);
        field.setAccessibleText(hint.isEmpty() ? label : label + ". " + hint);
        getChildren().add(named);
        if (!hint.isEmpty()) {
            Label below = new Label(hint);
            below.setWrapText(true);
            below.getStyleClass().addAll("field-hint", "muted");
            getChildren().add(below);
        }
        getChildren().add(complaint);
    }

    /// For knowing whether there is something, not for keeping.
    public ReadOnlyStringProperty text() {
        return field.textProperty();
    }

    public boolean isEmpty() {
        return field.getText().isBlank();
    }

    public PasswordField field() {
        return field;
    }

    /// The secret, which leaves the field.
    public Secret take() {
        Secret taken = Secret.of(field.getText().strip());
        field.clear();
        return taken;
    }

    /// As `take`; empty: nothing was given.
    public Optional<Secret> takeIfGiven() {
        return isEmpty() ? Optional.empty() : Optional.of(take());
    }

    private void load(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                complaint.setText(MESSAGES.text("too.large", file.getFileName(), FILE_BYTES_MAX / 1024));
                return;
            }
            try (Secret secret = Secret.ofFile(Files.readAllBytes(file))) {
                field.setText(secret.reveal());
                complaint.setText("");
            }
        } catch (IOException e) {
            complaint.setText(MESSAGES.text("unreadable", file.getFileName()));
        }
    }
}
