package dev.curfew.app.console.screen.breakglass.form;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.governance.breakglass.AlertPlan;
import dev.curfew.model.breakglass.Alerts.Receiver;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who is to notice that a path is used.
final class AlertFields extends VBox {
    private static final Messages MESSAGES = Messages.of(AlertFields.class);

    /// As long as a monitoring system usually takes.
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final TextField address = new TextField();
    private final CheckBox bySource = new CheckBox(MESSAGES.text("alert.by-source"));
    private final CheckBox inside = new CheckBox(MESSAGES.text("alert.private"));

    AlertFields() {
        getStyleClass().add("form");
        address.setId("register-alert");
        bySource.setWrapText(true);
        inside.setWrapText(true);
        bySource.disableProperty().bind(address.textProperty().isEmpty());
        inside.disableProperty().bind(address.textProperty().isEmpty());
        getChildren().addAll(Field.of(MESSAGES.text("alert"), address, MESSAGES.text("alert.hint")), bySource, inside);
    }

    ObservableValue<Availability> availability() {
        return Bindings.createObjectBinding(
                () -> Availability.unless(
                        !address.getText().isBlank() && receiver().isEmpty(), MESSAGES.text("alert.address")),
                address.textProperty());
    }

    /// Null where nobody is to notice.
    @Nullable
    AlertPlan plan() {
        return receiver()
                .map(it -> new AlertPlan(it, bySource.isSelected(), WITHIN))
                .orElse(null);
    }

    private Optional<Receiver> receiver() {
        try {
            URI uri = URI.create(address.getText().strip());
            return uri.getUserInfo() == null ? Optional.of(new Receiver(uri, inside.isSelected())) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
