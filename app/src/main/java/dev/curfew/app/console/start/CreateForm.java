package dev.curfew.app.console.start;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.DangerMark;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.Validator;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Asks where the new workspace is to be and what opens it.
final class CreateForm extends VBox {

    private static final Messages MESSAGES = Messages.of(CreateForm.class);

    private final PasswordField passphrase = new PasswordField();
    private final PasswordField repeated = new PasswordField();
    private final CheckBox keychain = new CheckBox(MESSAGES.text("keychain"));
    private final TextField location;

    CreateForm(StartViewModel model, StartState.Creating state, FileChoosing files) {
        getStyleClass().add("form");
        location = new TextField(state.location().toString());
        location.setId("workspace-location");
        passphrase.setId("new-passphrase");
        repeated.setId("repeated-passphrase");
        HBox.setHgrow(location, Priority.ALWAYS);
        Action choose = Action.of(
                MESSAGES.text("choose"),
                Material2OutlinedAL.FOLDER_OPEN,
                () -> files.folder(MESSAGES.text("choose")).ifPresent(folder -> location.setText(folder.toString())));
        HBox place = new HBox(location, ActionButton.iconOnly(choose));
        place.getStyleClass().add("joined");
        Label lead = new Label(state.export()
                .map(file -> MESSAGES.text("export.lead", file))
                .orElseGet(() -> MESSAGES.text("create.lead")));
        lead.setWrapText(true);
        lead.setMinHeight(USE_PREF_SIZE);
        getChildren().add(lead);
        if (!state.complaint().isEmpty()) {
            getChildren().add(new Banner(Tone.BAD, state.complaint()));
        }
        getChildren().add(Field.of(MESSAGES.text("location"), place, location));
        if (state.keychain()) {
            getChildren().add(keychain);
        }
        VBox typed = new VBox(
                Field.of(MESSAGES.text("passphrase"), passphrase, MESSAGES.text("passphrase.hint")),
                Field.of(MESSAGES.text("repeat"), repeated, ""));
        typed.getStyleClass().add("form");
        typed.visibleProperty().bind(keychain.selectedProperty().not());
        typed.managedProperty().bind(typed.visibleProperty());
        validate();
        Action create = Action.of(
                        MESSAGES.text(state.export().isPresent() ? "export.open" : "create"),
                        Material2OutlinedAL.CREATE_NEW_FOLDER,
                        () -> submit(model, state.export()))
                .when(availability());
        ActionButton button = ActionButton.withWords(create).styled("accent", "wide");
        button.setId("create-workspace");
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(typed, button);
        if (state.export().isEmpty()) {
            getChildren().add(otherwise(model, files));
        }
    }

    /// An auditor has an export and no workspace yet.
    private static ActionButton otherwise(StartViewModel model, FileChoosing files) {
        Action open = Action.of(
                MESSAGES.text("export.instead"),
                Material2OutlinedAL.FOLDER_OPEN,
                () -> files.toOpen(MESSAGES.text("export.instead")).ifPresent(model::chooseExport));
        ActionButton button = ActionButton.withWords(open).styled("flat");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /// Marks the field that is wrong; the button says the same in words.
    private void validate() {
        ValidationSupport validation = new ValidationSupport();
        validation.setValidationDecorator(new DangerMark());
        Validator<String> matches = (control, _) -> ValidationResult.fromErrorIf(
                control,
                complaint(),
                !repeated.getText().isEmpty() && !complaint().isEmpty());
        validation.registerValidator(repeated, false, matches);
        passphrase.textProperty().subscribe(() -> validation.revalidate(repeated));
    }

    private String complaint() {
        return StartViewModel.complaint(passphrase.getText(), repeated.getText());
    }

    private ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> keychain.isSelected() ? Availability.available() : Availability.whenNot(complaint()),
                passphrase.textProperty(),
                repeated.textProperty(),
                keychain.selectedProperty());
    }

    private void submit(StartViewModel model, Optional<Path> export) {
        WorkspaceDoor.Key key = keychain.isSelected()
                ? new WorkspaceDoor.Key.Keychain()
                : new WorkspaceDoor.Key.Passphrase(Secret.of(passphrase.getText()));
        passphrase.clear();
        repeated.clear();
        model.create(Path.of(location.getText().strip()), export, key);
    }
}
