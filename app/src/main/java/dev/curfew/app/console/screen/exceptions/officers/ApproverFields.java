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
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who approves, and in whose voice besides their own where one was handed to them. Nobody's is chosen by itself.
public final class ApproverFields extends VBox {
    private static final Messages MESSAGES = Messages.of(ApproverFields.class);

    private static final Choice OWN = new Choice("", MESSAGES.text("voice.own"));

    private final OfficerFields officer;
    private final ComboBox<Choice> voice = new ComboBox<>();
    private final List<Delegation> voices;

    /// @param of whose voice it is; empty: nobody's but their own
    private record Choice(String of, String words) {}

    /// @param voices that stand now, whoever has them
    public ApproverFields(List<Officer> signers, List<Delegation> voices) {
        this.voices = voices;
        getStyleClass().add("form");
        officer = new OfficerFields(signers);
        voice.setId("voice");
        voice.setConverter(new Spoken<>(Choice::words));
        getChildren().add(officer);
        if (signers.stream().anyMatch(signer -> !given(signer).isEmpty())) {
            getChildren().add(Field.of(MESSAGES.text("voice"), voice, MESSAGES.text("voice.hint")));
        }
        officer.chosen().subscribe(this::offer);
    }

    /// The voices that were handed to an officer.
    private List<Choice> given(Officer one) {
        return voices.stream()
                .filter(voice -> voice.to().equals(one.name()))
                .map(voice -> new Choice(
                        voice.from(),
                        MESSAGES.text("voice.of", voice.from(), voice.scope().words())))
                .toList();
    }

    private void offer(@Nullable Officer chosen) {
        voice.getItems().setAll(OWN);
        if (chosen != null) {
            voice.getItems().addAll(given(chosen));
        }
        voice.setValue(OWN);
    }

    public OfficerLogin take() {
        return officer.take();
    }

    /// Who handed on the voice; empty for nobody.
    public String voiceOf() {
        return voice.getValue().of();
    }

    public ObservableValue<Availability> availability() {
        return officer.availability();
    }
}
