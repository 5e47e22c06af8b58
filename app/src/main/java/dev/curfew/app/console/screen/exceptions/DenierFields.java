package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Who denies, and why.
final class DenierFields extends VBox {
    private static final Messages MESSAGES = Messages.of(DenierFields.class);

    private final TextField reason = new TextField();
    private final OfficerFields officer;

    DenierFields(List<Officer> signers) {
        officer = new OfficerFields(signers);
        reason.setId("deny-reason");
        getStyleClass().add("form");
        getChildren().addAll(Field.of(MESSAGES.text("deny.reason"), reason, ""), officer);
    }

    TextField first() {
        return reason;
    }

    String reason() {
        return reason.getText().strip();
    }

    OfficerLogin take() {
        return officer.take();
    }

    ObservableValue<Availability> availability() {
        return officer.availability();
    }
}
