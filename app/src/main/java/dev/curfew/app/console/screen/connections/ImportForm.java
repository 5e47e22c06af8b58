package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.usecase.source.NewFile;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks what a file is, and what to call the source that it becomes.
final class ImportForm extends VBox {

    private static final Messages MESSAGES = Messages.of(ImportForm.class);

    private final Path file;
    private final FileChoosing files;
    private final KindChoice kind;
    private final TextField name = new TextField();
    private final Label about = new Label();
    private final VBox below = new VBox();
    private final ReadOnlyObjectWrapper<Availability> availability =
            new ReadOnlyObjectWrapper<>(Availability.available());
    private SettingFields settings;
    private SecretField read;

    ImportForm(SourceKinds kinds, Path file, FileChoosing files) {
        this.file = file;
        this.files = files;
        getStyleClass().add("form");
        boolean folder = Files.isDirectory(file);
        kind = new KindChoice(folder ? kinds.folders() : kinds.files());
        settings = fields(kind.getValue());
        read = secret(kind.getValue());
        about.setWrapText(true);
        about.getStyleClass().addAll("field-hint", "muted");
        name.setId("import-name");
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("form.kind"), kind, ""),
                        about,
                        Field.of(MESSAGES.text("form.name"), name, MESSAGES.text("form.name.hint")),
                        below);
        below.getStyleClass().add("form");
        show(kind.getValue());
        kind.valueProperty().subscribe((_, chosen) -> show(chosen));
        name.textProperty().subscribe(this::look);
    }

    private void show(SourceKind chosen) {
        settings = fields(chosen);
        read = secret(chosen);
        below.getChildren().setAll(settings);
        if (chosen.credentials().taken()) {
            below.getChildren().add(read);
        }
        about.setText(chosen.about());
        name.setText(chosen.id());
        look();
    }

    private SettingFields fields(SourceKind chosen) {
        return new SettingFields(chosen.settings(), files, this::look);
    }

    /// What opens parts of it, such as keystores.
    private SecretField secret(SourceKind chosen) {
        return new SecretField(MESSAGES.text("import.read"), chosen.credentialWords(), files);
    }

    private void look() {
        String complaint =
                SourceName.isValid(name.getText().strip()) ? settings.complaint() : MESSAGES.text("form.name.wrong");
        availability.set(Availability.whenNot(complaint));
    }

    TextField first() {
        return name;
    }

    ObservableValue<Availability> availability() {
        return availability.getReadOnlyProperty();
    }

    /// What was asked for.
    NewFile take() {
        return new NewFile(
                new SourceName(name.getText().strip()),
                kind.getValue().id(),
                file,
                read.isEmpty() ? null : read.take(),
                settings.values());
    }
}
