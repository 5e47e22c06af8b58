package dev.curfew.app.console.screen.exceptions.asking;

import dev.curfew.analysis.reach.Reach;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Fold;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks how long access is wanted and why, beside what it would add.
final class RequestForm extends VBox {

    private static final Messages MESSAGES = Messages.of(RequestForm.class);

    private static final int REASON_ROWS = 2;

    private final ComboBox<Duration> duration = new ComboBox<>();
    private final Prose reason = new Prose("request-reason", REASON_ROWS, "");
    private final OfficerFields officer;
    private final StartField start;
    private final ClaimFields besides = new ClaimFields(duration.valueProperty());
    private final Fold more = new Fold(MESSAGES.text("request.more"), besides);
    private final FlowPane adds = new FlowPane();

    RequestForm(PolicyId policy, List<Officer> signers, ObservableValue<Instant> now) {
        getStyleClass().add("form");
        officer = new OfficerFields(signers);
        start = new StartField(now);
        duration.getItems().setAll(Asking.LENGTHS);
        duration.setValue(Asking.LENGTHS.get(1));
        duration.setId("request-duration");
        duration.setConverter(new Spoken<>(Words::length));
        adds.getStyleClass().add("chips");
        Label name = new Label(policy.text());
        name.getStyleClass().add("code");
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("request.policy"), name, ""),
                        Field.of(MESSAGES.text("adds"), adds, ""),
                        Field.of(MESSAGES.text("request.duration"), duration, MESSAGES.text("request.duration.hint")),
                        start,
                        Field.of(MESSAGES.text("request.reason"), reason, MESSAGES.text("request.reason.hint")),
                        more,
                        officer);
    }

    /// What was asked for before. A length that is not among those to choose from is one more.
    RequestForm filled(ExceptionRequest before) {
        if (!duration.getItems().contains(before.duration())) {
            duration.getItems().add(before.duration());
            FXCollections.sort(duration.getItems());
        }
        duration.setValue(before.duration());
        reason.setText(before.reason());
        if (before.claims().containsKey(ExceptionRequest.STARTS)) {
            start.fill(before.startsAt());
        }
        if (besides.fill(before)) {
            more.open();
        }
        return this;
    }

    void show(Content<Reach> reach) {
        adds.getChildren().clear();
        switch (reach) {
            case Content.Loading<?> _ -> adds.getChildren().add(new Label(MESSAGES.text("reviewing")));
            case Content.Failed<?>(Failure failure) ->
                adds.getChildren().add(Chip.of(Tone.UNKNOWN, failure.sentence()));
            case Content.Ready<Reach>(Reach found) -> {
                if (found.administrator()) {
                    adds.getChildren().add(Chip.of(Tone.BAD, MESSAGES.text("adds.administrator")));
                }
                if (!found.complete()) {
                    adds.getChildren().add(Chip.of(Tone.UNKNOWN, MESSAGES.text("adds.incomplete")));
                }
                adds.getChildren().add(new WrappedLabel(ReachWords.summary(found)));
            }
        }
    }

    Prose first() {
        return reason;
    }

    String reason() {
        return reason.getText().strip();
    }

    Duration duration() {
        return duration.getValue();
    }

    /// When it is to begin, and whatever else is asked besides, as the request carries it.
    Map<String, String> claims() {
        Map<String, String> said = changes();
        said.values().removeIf(String::isBlank);
        return said;
    }

    /// As [#claims], where something else may stand now: what is not said is blank.
    Map<String, String> changes() {
        Map<String, String> said = new HashMap<>(besides.said());
        said.put(ExceptionRequest.STARTS, start.start().map(Instant::toString).orElse(""));
        return said;
    }

    OfficerLogin login() {
        return officer.take();
    }

    ObservableValue<Availability> availability() {
        ObservableValue<Availability> signed = officer.availability();
        ObservableValue<Availability> starts = start.availability();
        ObservableValue<Availability> said = besides.availability();
        return Bindings.createObjectBinding(
                () -> starts.getValue()
                        .and(said.getValue())
                        .and(Availability.unless(reason.getText().isBlank(), MESSAGES.text("request.reason.missing")))
                        .and(signed.getValue()),
                starts,
                said,
                reason.textProperty(),
                signed);
    }
}
