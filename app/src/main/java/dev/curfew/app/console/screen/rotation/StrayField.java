package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.component.form.Field;
import dev.curfew.model.text.Messages;
import java.util.Optional;
import javafx.scene.control.TextField;

/// Asks for what a making that was cut off left at the source.
final class StrayField {
    private static final Messages MESSAGES = Messages.of(StrayField.class);

    private final TextField id = new TextField();

    StrayField() {
        id.setId("rotation-stray");
    }

    Field named() {
        return Field.of(MESSAGES.text("stray"), id, MESSAGES.text("stray.hint"));
    }

    /// @return as in `RotateOrder.stray`
    Optional<String> given() {
        return Optional.of(id.getText().strip()).filter(it -> !it.isEmpty());
    }
}
