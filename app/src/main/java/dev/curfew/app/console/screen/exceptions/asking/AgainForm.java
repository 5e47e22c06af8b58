package dev.curfew.app.console.screen.exceptions.asking;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks how long, and where somebody has to decide on it why.
public final class AgainForm extends VBox {

    private static final Messages MESSAGES = Messages.of(AgainForm.class);

    private final ComboBox<Duration> length = new ComboBox<>();
    private final TextField reason = new TextField();
    private final OfficerFields officer;
    private final boolean reasoned;

    /// @param words what the length is of
    /// @param reasoned whether a reason is needed
    public AgainForm(String words, List<Duration> lengths, boolean reasoned, List<Officer> signers) {
        this.reasoned = reasoned;
        getStyleClass().add("form");
        officer = new OfficerFields(signers);
        length.setId("again-length");
        length.getItems().setAll(lengths);
        length.setConverter(new Spoken<>(Words::length));
        if (!lengths.isEmpty()) {
            length.setValue(lengths.getFirst());
        }
        reason.setId("again-reason");
        getChildren().add(Field.of(words, length, ""));
        if (reasoned) {
            getChildren().add(Field.of(MESSAGES.text("request.reason"), reason, MESSAGES.text("request.reason.hint")));
        }
        getChildren().add(officer);
    }

    public ComboBox<Duration> first() {
        return length;
    }

    public Duration length() {
        return length.getValue();
    }

    public String reason() {
        return reason.getText().strip();
    }

    public OfficerLogin login() {
        return officer.take();
    }

    public ObservableValue<Availability> availability() {
        ObservableValue<Availability> signed = officer.availability();
        return Bindings.createObjectBinding(
                () -> Availability.unless(length.getValue() == null, MESSAGES.text("again.none"))
                        .and(Availability.unless(
                                reasoned && reason.getText().isBlank(), MESSAGES.text("request.reason.missing")))
                        .and(signed.getValue()),
                length.valueProperty(),
                reason.textProperty(),
                signed);
    }
}
