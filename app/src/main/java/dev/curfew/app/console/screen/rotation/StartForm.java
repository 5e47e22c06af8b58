package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.RotateOrder;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says what a rotation will do, stage by stage, and asks why and who signs.
final class StartForm extends VBox {
    private static final Messages MESSAGES = Messages.of(StartForm.class);
    private static final int REASON_ROWS = 2;
    private static final List<String> STAGES = List.of("make", "hand", "watch", "cut", "finish");

    private final String credential;
    private final Prose reason = new Prose("rotation-reason", REASON_ROWS, "");
    private final CheckBox atOnce = new CheckBox(MESSAGES.text("start.at-once"));
    private final StrayField stray = new StrayField();
    private final OfficerFields officer;

    /// @param kind of the credential; empty: it is not known
    /// @param unfinished whether a making that was cut off may have left something
    StartForm(String credential, String kind, boolean unfinished, List<Officer> signers) {
        this.credential = credential;
        getStyleClass().add("form");
        atOnce.setId("rotation-at-once");
        officer = new OfficerFields(signers);
        Label name = new Label(credential);
        name.getStyleClass().add("code");
        name.setWrapText(true);
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("start.what"), name, ""),
                        Field.of(MESSAGES.text("start.stages"), stages(kind), ""),
                        Field.of(MESSAGES.text("start.reason"), reason, ""));
        if (MESSAGES.has("at-once." + kind)) {
            getChildren().add(Field.of(MESSAGES.text("at-once." + kind), atOnce, ""));
        }
        if (unfinished) {
            getChildren().add(stray.named());
        }
        getChildren().add(officer);
    }

    private static VBox stages(String kind) {
        VBox lines = new VBox();
        lines.getStyleClass().add("tight-lines");
        for (int i = 0; i < STAGES.size(); i++) {
            String own = "start." + STAGES.get(i) + "." + kind;
            String words = MESSAGES.has(own) ? own : "start." + STAGES.get(i);
            if (!MESSAGES.text(words).isBlank()) {
                lines.getChildren()
                        .add(new WrappedLabel(
                                MESSAGES.text("start.line", lines.getChildren().size() + 1, MESSAGES.text(words))));
            }
        }
        return lines;
    }

    Prose first() {
        return reason;
    }

    OfficerLogin login() {
        return officer.take();
    }

    RotateOrder order() {
        return new RotateOrder(credential, reason.getText().strip(), stray.given(), atOnce.isSelected());
    }

    ObservableValue<Availability> availability() {
        return officer.availability(reason, MESSAGES.text("start.reason.missing"));
    }
}
