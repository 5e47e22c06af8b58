package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.dialog.Copying;
import dev.curfew.app.usecase.exception.Handover;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Hands an issued credential over: hidden until asked for, copied for half a minute, gone when this is closed.
final class HandoverView extends VBox {

    private static final Messages MESSAGES = Messages.of(HandoverView.class);

    /// Long enough to paste it, too short to forget it there.
    private static final Duration ON_CLIPBOARD = Duration.ofSeconds(30);

    private static final String HIDDEN = "••••••••••••••••••••••••";

    private final TextField value = new TextField(HIDDEN);
    private final Label copied = new Label();

    HandoverView(Handover handover, Copying copying) {
        getStyleClass().add("form");
        value.setEditable(false);
        value.setId("issued-value");
        value.getStyleClass().add("code");
        value.setAccessibleText(MESSAGES.text("handover.value"));
        HBox.setHgrow(value, Priority.ALWAYS);
        Action reveal = Action.of(
                MESSAGES.text("handover.reveal"),
                Material2OutlinedMZ.VISIBILITY,
                () -> value.setText(handover.value().reveal()));
        Action copy = Action.of(
                MESSAGES.text("handover.copy", ON_CLIPBOARD.toSeconds()), Material2OutlinedAL.CONTENT_COPY, () -> {
                    copying.secret(handover.value(), ON_CLIPBOARD);
                    copied.setText(MESSAGES.text("handover.copied", ON_CLIPBOARD.toSeconds()));
                });
        HBox row = new HBox(value, ActionButton.withWords(reveal), ActionButton.withWords(copy));
        row.getStyleClass().add("joined");
        copied.getStyleClass().add("muted");
        getChildren().addAll(row, copied);
    }

    void wipe() {
        value.setText(HIDDEN);
    }
}
