package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// What would be done, why, and in whose name.
final class BoxForm extends VBox {
    private static final Messages MESSAGES = Messages.of(BoxForm.class);
    private static final int REASON_ROWS = 2;

    private final Prose reason = new Prose("timebox-reason", REASON_ROWS, "");
    private final OfficerFields officer;
    private final Availability may;

    BoxForm(Session session, BoxProposal proposal) {
        getStyleClass().add("form");
        officer = new OfficerFields(proposal.signers());
        may = Availability.unless(session.desk().readOnly(), MESSAGES.text("readonly"))
                .and(Availability.unless(proposal.signers().isEmpty(), MESSAGES.text("officer.first")));
        getChildren()
                .addAll(
                        new BoxPlanView(proposal.plan()),
                        Field.of(MESSAGES.text("reason"), reason, MESSAGES.text("reason.hint")),
                        officer);
    }

    ObservableValue<Availability> availability() {
        ObservableValue<Availability> signed = officer.availability();
        return Bindings.createObjectBinding(
                () -> may.and(Availability.unless(reason.getText().isBlank(), MESSAGES.text("reason.missing")))
                        .and(signed.getValue()),
                reason.textProperty(),
                signed);
    }

    String reason() {
        return reason.getText().strip();
    }

    /// As `OfficerFields.take`.
    OfficerLogin login() {
        return officer.take();
    }
}
