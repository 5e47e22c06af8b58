package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Takes certificates from a file, and shows which.
final class CertificatesField extends VBox {
    private static final Messages MESSAGES = Messages.of(CertificatesField.class);

    /// A chain of authorities is a few kilobytes.
    private static final int BYTES_MAX = 64 * 1024;

    private final TextField chosen = new TextField();
    private final Label complaint = new Label();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    CertificatesField(Setting setting, FileChoosing files) {
        getStyleClass().add("field");
        String words = MESSAGES.text("certificates.choose", setting.called());
        Action choose = Action.of(
                words,
                Material2OutlinedAL.FOLDER_OPEN,
                () -> files.toOpen(words).ifPresent(this::load));
        chosen.setEditable(false);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        HBox row = new HBox(chosen, ActionButton.iconOnly(choose));
        row.getStyleClass().add("joined");
        complaint.getStyleClass().add("tone-bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        Field named = Field.of(setting.called(), row, chosen);
        chosen.setAccessibleText(setting.called() + ". " + setting.about());
        Label below = new Label(setting.about());
        below.setWrapText(true);
        below.getStyleClass().addAll("field-hint", "muted");
        getChildren().addAll(named, below, complaint);
    }

    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    private void load(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            text.set(new String(in.readNBytes(BYTES_MAX), StandardCharsets.US_ASCII));
            chosen.setText(file.toString());
            complaint.setText("");
        } catch (IOException e) {
            complaint.setText(MESSAGES.text("certificates.unreadable", file.getFileName()));
        }
    }
}
