package dev.curfew.app.console.screen.inventory.narrow;

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
final class ProposalForm extends VBox {
    private static final Messages MESSAGES = Messages.of(ProposalForm.class);
    private static final int REASON_ROWS = 2;

    private final Prose reason = new Prose("narrow-reason", REASON_ROWS, "");
    private final OfficerFields officer;
    private final Availability may;

    ProposalForm(Session session, Proposal proposal) {
        getStyleClass().add("form");
        officer = new OfficerFields(proposal.signers());
        may = Availability.unless(session.desk().readOnly(), MESSAGES.text("readonly"))
                .and(Availability.unless(proposal.signers().isEmpty(), MESSAGES.text("officer.first")))
                .and(session.acting().on(proposal.plan().policy().source()))
                .and(Availability.unless(!proposal.isWhole(), NarrowWords.tooShort(proposal)));
        getChildren()
                .addAll(
                        new PlanView(proposal),
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
