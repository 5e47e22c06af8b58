package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.layout.VBox;

/// Whether what a playbook did should have been done, and why.
final class ReviewForm extends VBox {
    private static final Messages MESSAGES = Messages.of(ReviewForm.class);

    private static final int ROWS = 3;

    private final ObjectProperty<Boolean> right = new SimpleObjectProperty<>(true);
    private final Prose remark = new Prose("run-remark", ROWS, "");
    private final OfficerFields officer;

    ReviewForm(PlaybookCase one, List<Officer> signers) {
        officer = new OfficerFields(signers);
        getStyleClass().add("form");
        Pills<Boolean> pills =
                new Pills<>(List.of(true, false), it -> MESSAGES.text(it ? "run.right" : "run.wrong"), right);
        getChildren()
                .addAll(
                        new WrappedLabel(
                                MESSAGES.text("run", one.run().plan(), one.run().because())),
                        WrappedLabel.muted(StandingWords.done(one)),
                        pills,
                        Field.of(MESSAGES.text("run.remark"), remark, MESSAGES.text("run.remark.hint")),
                        officer);
    }

    Control first() {
        return remark;
    }

    boolean right() {
        return right.get();
    }

    String remark() {
        return remark.getText().strip();
    }

    OfficerLogin take() {
        return officer.take();
    }

    ObservableValue<Availability> availability() {
        return officer.availability(remark, MESSAGES.text("run.remark.missing"));
    }
}
