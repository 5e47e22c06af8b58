package dev.curfew.app.console.screen.exceptions.officers;

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

/// Who denies a request or takes their own back, and why.
public final class ReasonedFields extends VBox {
    private static final Messages MESSAGES = Messages.of(ReasonedFields.class);

    private final TextField reason = new TextField();
    private final OfficerFields officer;

    public ReasonedFields(List<Officer> signers) {
        officer = new OfficerFields(signers);
        reason.setId("why");
        getStyleClass().add("form");
        getChildren().addAll(Field.of(MESSAGES.text("why"), reason, ""), officer);
    }

    public TextField first() {
        return reason;
    }

    public String reason() {
        return reason.getText().strip();
    }

    public OfficerLogin take() {
        return officer.take();
    }

    public ObservableValue<Availability> availability() {
        return officer.availability();
    }
}
