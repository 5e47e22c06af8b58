package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Fold;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.AddressProblem;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What one kind of server is asked for: where it is, its settings, what reads it, and, if wanted, what may act on it.
final class ServerFields extends VBox {
    private static final Messages MESSAGES = Messages.of(ServerFields.class);

    private static final int NEEDS_ROWS = 10;

    private final SourceKind kind;
    private final TextField address = new TextField();
    private final SettingFields settings;
    private final SecretField read;
    private final SecretField act;

    /// @param changed runs when something else is given
    ServerFields(SourceKind kind, FileChoosing files, Runnable changed) {
        this.kind = kind;
        getStyleClass().add("form");
        address.setPromptText(kind.addressExample());
        settings = new SettingFields(kind.settings(), files, changed);
        read = new SecretField(MESSAGES.text("form.read"), kind.credentialWords(), files);
        act = new SecretField(MESSAGES.text("form.act"), MESSAGES.text("form.act.hint"), files);
        getChildren().addAll(Field.of(MESSAGES.text("form.address"), address, ""), settings);
        if (kind.credentials().taken()) {
            getChildren().add(read);
            needs(false, "form.needs.read");
        }
        if (kind.abilities().acts()) {
            getChildren().add(act);
            needs(true, "form.needs.act");
        }
        address.textProperty().subscribe((_, _) -> changed.run());
        read.text().subscribe((_, _) -> changed.run());
    }

    /// All that the credential has to be allowed, to be copied: the least there is.
    private void needs(boolean acting, String key) {
        kind.needs(acting).ifPresent(policy -> {
            String words = MESSAGES.text(key);
            TextArea text = new TextArea(policy);
            text.setEditable(false);
            text.getStyleClass().addAll("code", "document");
            text.setAccessibleText(words);
            text.setPrefRowCount(NEEDS_ROWS);
            getChildren().add(new Fold(words, text));
        });
    }

    /// The first thing that is wrong; empty: nothing.
    String complaint() {
        Optional<URI> given = address();
        if (given.isEmpty()) {
            return words(AddressProblem.SHAPE, "");
        }
        if (!settings.complaint().isEmpty()) {
            return settings.complaint();
        }
        if (kind.address() instanceof AddressForm.Server server) {
            Optional<AddressProblem> problem = server.problem(given.get(), settings.values());
            if (problem.isPresent()) {
                return words(problem.get(), server.allowing());
            }
        }
        return kind.credentials().required() && read.isEmpty() ? MESSAGES.text("form.read.missing") : "";
    }

    private String words(AddressProblem problem, String allowing) {
        return switch (problem) {
            case SHAPE -> MESSAGES.text("form.address.wrong", kind.addressExample());
            case USER -> MESSAGES.text("form.address.user");
            case PLAIN ->
                MESSAGES.text(
                        "form.address.plain",
                        kind.setting(allowing).map(it -> it.called()).orElse(allowing));
        };
    }

    private Optional<URI> address() {
        try {
            return Optional.of(new URI(address.getText().strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// What was asked for; the secrets leave the form.
    Optional<NewConnection> take(SourceName name) {
        return address()
                .map(uri -> new NewConnection(
                        name,
                        kind.id(),
                        uri,
                        read.isEmpty() ? null : read.take(),
                        act.isEmpty() ? null : act.take(),
                        settings.values()));
    }
}
