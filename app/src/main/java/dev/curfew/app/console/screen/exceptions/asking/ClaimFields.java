package dev.curfew.app.console.screen.exceptions.asking;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What a request may say besides: what policies ask for, and after how much disuse its window ends. All of it is
/// signed.
final class ClaimFields extends VBox {

    private static final Messages MESSAGES = Messages.of(ClaimFields.class);

    /// Of the choices: it does not end for that.
    private static final Duration NEVER = Duration.ZERO;

    private final Map<String, TextField> claims = new LinkedHashMap<>();
    private final ComboBox<Duration> idle = new ComboBox<>();
    private final ObservableValue<Duration> window;

    /// @param window how long it is to last
    ClaimFields(ObservableValue<Duration> window) {
        this.window = window;
        getStyleClass().add("form");
        idle.setId("request-idle");
        idle.setConverter(
                new Spoken<>(it -> it.equals(NEVER) ? MESSAGES.text("request.idle.never") : Words.length(it)));
        idle.getItems().add(NEVER);
        idle.getItems().addAll(Asking.LENGTHS);
        idle.setValue(NEVER);
        GridPane fields = new GridPane();
        fields.getStyleClass().add("claim-fields");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        fields.getColumnConstraints().addAll(half, half);
        fields.addRow(0, claim("ticket"), claim("workload"));
        fields.addRow(1, claim("repository"), claim("destination"));
        getChildren().addAll(fields, Field.of(MESSAGES.text("request.idle"), idle, MESSAGES.text("request.idle.hint")));
    }

    private Field claim(String name) {
        TextField field = new TextField();
        field.setId("request-" + name);
        claims.put(name, field);
        return Field.of(MESSAGES.text("request." + name), field, MESSAGES.text("request." + name + ".hint"));
    }

    /// What was said before.
    ///
    /// @return whether anything was
    boolean fill(ExceptionRequest before) {
        claims.forEach((name, field) -> field.setText(before.claims().getOrDefault(name, "")));
        before.idleMax().ifPresent(it -> {
            if (!idle.getItems().contains(it)) {
                idle.getItems().add(it);
                FXCollections.sort(idle.getItems());
            }
            idle.setValue(it);
        });
        return said().values().stream().anyMatch(it -> !it.isBlank());
    }

    /// By name; blank where nothing is said.
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        claims.forEach((name, field) -> said.put(name, field.getText().strip()));
        said.put(
                ExceptionRequest.IDLE,
                idle.getValue().equals(NEVER) ? "" : idle.getValue().toString());
        return said;
    }

    /// A window that ends before it could go unused for so long is asked for by mistake.
    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.unless(
                        idle.getValue().compareTo(window.getValue()) >= 0, MESSAGES.text("request.idle.long")),
                idle.valueProperty(),
                window);
    }
}
