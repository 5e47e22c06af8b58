package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who approves, and in whose voice besides their own where one was handed to them. Nobody's is chosen by itself.
public final class ApproverFields extends VBox {
    private static final Messages MESSAGES = Messages.of(ApproverFields.class);

    private final OfficerFields officer;
    private final ComboBox<Optional<Delegation>> voice = new ComboBox<>();
    private final List<Delegation> voices;

    /// @param voices that stand now, whoever has them
    public ApproverFields(List<Officer> signers, List<Delegation> voices) {
        this.voices = voices.stream()
                .filter(one -> signers.stream()
                        .anyMatch(signer -> signer.name().equals(one.to())))
                .toList();
        getStyleClass().add("form");
        officer = new OfficerFields(signers);
        voice.setId("voice");
        voice.setConverter(new Spoken<>(ApproverFields::words));
        getChildren().add(officer);
        if (!this.voices.isEmpty()) {
            getChildren().add(Field.of(MESSAGES.text("voice"), voice, MESSAGES.text("voice.hint")));
        }
        officer.chosen().subscribe(this::offer);
    }

    private void offer(@Nullable Officer chosen) {
        voice.getItems().setAll(List.of(Optional.empty()));
        voices.stream()
                .filter(one -> chosen != null && one.to().equals(chosen.name()))
                .map(Optional::of)
                .forEach(voice.getItems()::add);
        voice.setValue(Optional.empty());
    }

    private static String words(Optional<Delegation> one) {
        return one.map(it -> MESSAGES.text("voice.of", it.from(), it.scope().words()))
                .orElseGet(() -> MESSAGES.text("voice.own"));
    }

    public OfficerLogin take() {
        return officer.take();
    }

    /// Who handed on the voice; empty for nobody.
    public String voiceOf() {
        return voice.getValue().map(Delegation::from).orElse("");
    }

    public ObservableValue<Availability> availability() {
        return officer.availability();
    }
}
