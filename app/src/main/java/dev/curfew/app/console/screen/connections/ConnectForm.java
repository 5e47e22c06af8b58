package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Asks for a source: what it is, where it is, what reads it, and, if wanted, what may act on it.
final class ConnectForm extends VBox {

    private static final Messages MESSAGES = Messages.of(ConnectForm.class);
    private static final String OPENBAO = "openbao";
    private static final String AWS = "aws";

    private final ComboBox<String> kind = new ComboBox<>();
    private final TextField name = new TextField();
    private final TextField address = new TextField();
    private final TextField setting = new TextField();
    private final SecretField read;
    private final SecretField act;

    ConnectForm(FileChoosing files) {
        getStyleClass().add("form");
        kind.getItems().setAll(OPENBAO, AWS);
        kind.setValue(OPENBAO);
        kind.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : SourceWords.kind(value);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        name.setId("connection-name");
        name.setPromptText(MESSAGES.text("form.name.example"));
        address.setPromptText(MESSAGES.text("form.address.example"));
        setting.promptTextProperty().bind(kind.valueProperty().map(it -> MESSAGES.text("form.setting." + it)));
        read = new SecretField(MESSAGES.text("form.read"), MESSAGES.text("form.read.hint"), files);
        act = new SecretField(MESSAGES.text("form.act"), MESSAGES.text("form.act.hint"), files);
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("form.kind"), kind, ""),
                        Field.of(MESSAGES.text("form.name"), name, MESSAGES.text("form.name.hint")),
                        Field.of(MESSAGES.text("form.address"), address, ""),
                        Field.of(MESSAGES.text("form.setting"), setting, MESSAGES.text("form.setting.hint")),
                        read,
                        act);
    }

    TextField first() {
        return name;
    }

    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.whenNot(complaint()), name.textProperty(), address.textProperty(), read.text());
    }

    private String complaint() {
        if (!SourceName.isValid(name.getText().strip())) {
            return MESSAGES.text("form.name.wrong");
        }
        if (address().isEmpty()) {
            return MESSAGES.text("form.address.wrong");
        }
        return read.isEmpty() ? MESSAGES.text("form.read.missing") : "";
    }

    private Optional<URI> address() {
        try {
            URI uri = new URI(address.getText().strip());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// What was asked for; the secrets leave the form.
    Optional<NewConnection> take() {
        return address()
                .map(uri -> new NewConnection(
                        new SourceName(name.getText().strip()),
                        kind.getValue(),
                        uri,
                        read.take(),
                        act.isEmpty() ? null : act.take(),
                        settings()));
    }

    private Map<String, String> settings() {
        String value = setting.getText().strip();
        return value.isEmpty() ? Map.of() : Map.of(kind.getValue().equals(AWS) ? "region" : "namespace", value);
    }
}
