package dev.curfew.app.console.screen.exceptions.asking;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// When a window is to begin, for one that is planned.
final class StartField extends VBox {

    private static final Messages MESSAGES = Messages.of(StartField.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final TextField field = new TextField();
    private final ObservableValue<Instant> now;
    private final String example;

    StartField(ObservableValue<Instant> now) {
        this.now = now;
        getStyleClass().add("field");
        // The next full hour but one: an example that could be meant.
        example = MINUTE.format(now.getValue()
                .truncatedTo(ChronoUnit.HOURS)
                .plus(2, ChronoUnit.HOURS)
                .atZone(ZoneOffset.UTC));
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
        return field.getText().isBlank() ? Optional.empty() : parsed();
    }

    /// What was given before.
    void fill(Instant start) {
        field.setText(
                start.equals(start.truncatedTo(ChronoUnit.MINUTES))
                        ? MINUTE.format(start.atZone(ZoneOffset.UTC))
                        : start.toString());
    }

    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(() -> Availability.whenNot(complaint()), field.textProperty());
    }

    private String complaint() {
        if (field.getText().isBlank()) {
            return "";
        }
        Optional<Instant> start = parsed();
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

    /// As the hint says it, or as the command line takes it.
    private Optional<Instant> parsed() {
        String text = field.getText().strip();
        try {
            return Optional.of(LocalDateTime.parse(text, MINUTE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return instant(text);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
