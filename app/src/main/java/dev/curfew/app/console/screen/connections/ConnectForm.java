package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for a source: of which kind it is, and whatever that kind takes.
final class ConnectForm extends VBox {

    private static final Messages MESSAGES = Messages.of(ConnectForm.class);

    private final KindChoice kind;
    private final TextField name = new TextField();
    private final VBox below = new VBox();
    private final FileChoosing files;
    private final ReadOnlyObjectWrapper<Availability> availability =
            new ReadOnlyObjectWrapper<>(Availability.available());
    private ServerFields server;

    ConnectForm(SourceKinds kinds, FileChoosing files) {
        this.files = files;
        getStyleClass().add("form");
        kind = new KindChoice(kinds.servers());
        name.setId("connection-name");
        name.setPromptText(MESSAGES.text("form.name.example"));
        server = fields(kind.getValue());
        below.getChildren().setAll(server);
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("form.kind"), kind, ""),
                        Field.of(MESSAGES.text("form.name"), name, MESSAGES.text("form.name.hint")),
                        below);
        kind.valueProperty().subscribe((_, chosen) -> show(chosen));
        name.textProperty().subscribe(this::look);
    }

    /// Another kind takes other things; what was given for the one before does not fit it.
    private void show(SourceKind chosen) {
        server = fields(chosen);
        below.getChildren().setAll(server);
        look();
    }

    private ServerFields fields(SourceKind chosen) {
        return new ServerFields(chosen, files, this::look);
    }

    private void look() {
        String complaint =
                SourceName.isValid(name.getText().strip()) ? server.complaint() : MESSAGES.text("form.name.wrong");
        availability.set(Availability.whenNot(complaint));
    }

    TextField first() {
        return name;
    }

    ObservableValue<Availability> availability() {
        return availability.getReadOnlyProperty();
    }

    /// What was asked for; the secrets leave the form.
    Optional<NewConnection> take() {
        return server.take(new SourceName(name.getText().strip()));
    }
}
