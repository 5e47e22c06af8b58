package dev.curfew.app.console.screen.exceptions.asking;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.TypedMoment;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// When a window is to begin, for one that is planned.
final class StartField extends VBox {

    private static final Messages MESSAGES = Messages.of(StartField.class);

    private final TextField field = new TextField();
    private final ObservableValue<Instant> now;
    private final String example;

    StartField(ObservableValue<Instant> now) {
        this.now = now;
        getStyleClass().add("field");
        // The next full hour but one: an example that could be meant.
        example =
                TypedMoment.written(now.getValue().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.HOURS));
        field.setId("request-start");
        Label then = new Label();
        then.getStyleClass().add("field-hint");
        then.managedProperty().bind(then.textProperty().isNotEmpty());
        then.textProperty().bind(Bindings.createStringBinding(this::then, field.textProperty()));
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("request.start"), field, MESSAGES.text("request.start.hint", example)),
                        then);
    }

    /// Empty: as soon as it is issued.
    Optional<Instant> start() {
        return field.getText().isBlank() ? Optional.empty() : TypedMoment.parse(field.getText());
    }

    /// What was given before.
    void fill(Instant start) {
        field.setText(TypedMoment.written(start));
    }

    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(() -> Availability.whenNot(complaint()), field.textProperty());
    }

    private String complaint() {
        if (field.getText().isBlank()) {
            return "";
        }
        Optional<Instant> start = TypedMoment.parse(field.getText());
        if (start.isEmpty()) {
            return MESSAGES.text("request.start.wrong", example);
        }
        return start.get().isAfter(now.getValue()) ? "" : MESSAGES.text("request.start.over");
    }

    private String then() {
        return complaint().isEmpty()
                ? start().map(it -> MESSAGES.text("request.start.then", Words.relative(it, now.getValue())))
                        .orElse("")
                : "";
    }
}
