package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Who takes a playbook back, and why.
final class WithdrawForm extends VBox {
    private static final Messages MESSAGES = Messages.of(WithdrawForm.class);

    private final TextField reason = new TextField();
    private final OfficerFields officer;

    WithdrawForm(List<Officer> signers) {
        officer = new OfficerFields(signers);
        reason.setId("withdraw-reason");
        getStyleClass().add("form");
        getChildren().addAll(Field.of(MESSAGES.text("withdraw.reason"), reason, ""), officer);
    }

    Control first() {
        return reason;
    }

    String reason() {
        return reason.getText().strip();
    }

    OfficerLogin take() {
        return officer.take();
    }

    ObservableValue<Availability> availability() {
        return officer.availability(reason, MESSAGES.text("withdraw.why"));
    }
}
