package dev.curfew.app.console.screen.inventory.timebox;

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

/// When access is to end.
final class UntilField extends VBox {
    private static final Messages MESSAGES = Messages.of(UntilField.class);

    /// Long enough that whoever is told can say that they need it longer.
    private static final int DAYS_USUAL = 7;

    private final TextField field = new TextField();
    private final ObservableValue<Instant> now;

    UntilField(ObservableValue<Instant> now) {
        this.now = now;
        getStyleClass().add("field");
        field.setId("timebox-until");
        field.setText(
                TypedMoment.written(now.getValue().truncatedTo(ChronoUnit.HOURS).plus(DAYS_USUAL, ChronoUnit.DAYS)));
        Label then = new Label();
        then.getStyleClass().add("field-hint");
        then.managedProperty().bind(then.textProperty().isNotEmpty());
        then.textProperty().bind(Bindings.createStringBinding(this::then, field.textProperty()));
        getChildren().addAll(Field.of(MESSAGES.text("until"), field, MESSAGES.text("until.hint")), then);
    }

    /// Empty while it is none.
    Optional<Instant> until() {
        return TypedMoment.parse(field.getText());
    }

    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(() -> Availability.whenNot(complaint()), field.textProperty());
    }

    private String complaint() {
        return until().map(it -> it.isAfter(now.getValue()) ? "" : MESSAGES.text("until.over"))
                .orElseGet(() -> MESSAGES.text("until.wrong"));
    }

    private String then() {
        return complaint().isEmpty()
                ? until().map(it -> Words.relative(it, now.getValue())).orElse("")
                : "";
    }
}
