package dev.curfew.app.console.screen.breakglass.form;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.breakglass.NewPath;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A path that is to be registered: the account and its credential, its canary, who holds shares, who notices.
public final class RegisterForm extends VBox {
    private static final Messages MESSAGES = Messages.of(RegisterForm.class);
    private static final int THRESHOLD_USUAL = 2;
    private static final Duration EVERY_USUAL = Duration.ofDays(30);
    private static final List<Duration> EVERY =
            List.of(Duration.ofDays(7), Duration.ofDays(14), EVERY_USUAL, Duration.ofDays(90));
    private static final Duration REVIEW_WITHIN = Duration.ofDays(1);

    private final TextField name = new TextField();
    private final ComboBox<SourceName> source = new ComboBox<>();
    private final SecretField credential;
    private final TextField canary = new TextField();
    private final ComboBox<Integer> threshold = new ComboBox<>();
    private final ComboBox<Duration> every = new ComboBox<>();
    private final AlertFields alert = new AlertFields();
    private final HolderFields holders;
    private final OfficerFields officer;

    /// @param sources whose kinds have break-glass accounts
    /// @param signers those whose keys are on this machine
    public RegisterForm(List<SourceName> sources, List<Officer> signers, FileChoosing files) {
        getStyleClass().add("form");
        name.setId("register-name");
        source.setId("register-source");
        source.getItems().setAll(sources);
        source.setConverter(new Spoken<>(SourceName::value));
        if (sources.size() == 1) {
            source.setValue(sources.getFirst());
        }
        credential = new SecretField(MESSAGES.text("credential"), MESSAGES.text("credential.hint"), files);
        credential.field().setId("register-credential");
        canary.setId("register-canary");
        threshold.setId("register-threshold");
        threshold
                .getItems()
                .setAll(IntStream.rangeClosed(1, signers.size()).boxed().toList());
        threshold.setValue(Math.min(THRESHOLD_USUAL, signers.size()));
        every.setId("register-every");
        every.getItems().setAll(EVERY);
        every.setValue(EVERY_USUAL);
        every.setConverter(new Spoken<>(Words::length));
        holders = new HolderFields(signers.stream().map(Officer::name).toList(), threshold.valueProperty());
        officer = new OfficerFields(signers);
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("name"), name, MESSAGES.text("name.hint")),
                        Field.of(MESSAGES.text("source"), source, ""),
                        credential,
                        Field.of(MESSAGES.text("canary"), canary, MESSAGES.text("canary.hint")),
                        alert,
                        Field.of(MESSAGES.text("every"), every, ""),
                        Field.of(MESSAGES.text("threshold"), threshold, MESSAGES.text("threshold.hint")),
                        holders,
                        officer);
    }

    public Node first() {
        return name;
    }

    public ObservableValue<Availability> availability() {
        ObservableValue<Availability> noticed = alert.availability();
        ObservableValue<Availability> held = holders.availability();
        ObservableValue<Availability> signed = officer.availability();
        return Bindings.createObjectBinding(
                () -> Availability.unless(name.getText().isBlank(), MESSAGES.text("name.missing"))
                        .and(Availability.unless(source.getValue() == null, MESSAGES.text("source.missing")))
                        .and(Availability.unless(credential.isEmpty(), MESSAGES.text("credential.missing")))
                        .and(Availability.unless(canary.getText().isBlank(), MESSAGES.text("canary.missing")))
                        .and(noticed.getValue())
                        .and(held.getValue())
                        .and(signed.getValue()),
                name.textProperty(),
                source.valueProperty(),
                credential.text(),
                canary.textProperty(),
                noticed,
                held,
                signed);
    }

    public NewPath order() {
        return new NewPath(
                name.getText().strip(),
                source.getValue(),
                canary.getText().strip(),
                threshold.getValue(),
                every.getValue(),
                REVIEW_WITHIN,
                alert.plan());
    }

    /// As `SecretField.take`.
    public Secret credential() {
        return credential.take();
    }

    /// As `OfficerFields.take`.
    public OfficerLogin officer() {
        return officer.take();
    }

    /// As `HolderFields.take`.
    public List<OfficerLogin> holders() {
        return holders.take();
    }
}
