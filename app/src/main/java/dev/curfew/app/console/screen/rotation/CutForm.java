package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.FileChoosing;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.SecretField;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.CutOrder;
import dev.curfew.revocation.rotation.Quiet;
import dev.curfew.revocation.rotation.Rotation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// Asks after how long without a use, what to try both credentials with, and who signs.
final class CutForm extends VBox {
    private static final Messages MESSAGES = Messages.of(CutForm.class);

    /// When the old one is cut.
    ///
    /// @param although what is gone on in spite of
    private record When(Duration quiet, Set<Quiet> although, String words) {
        static When after(Duration quiet) {
            return new When(quiet, Set.of(), MESSAGES.text("when.after", Words.length(quiet)));
        }

        static When although(Quiet quiet) {
            return new When(QuietWords.USUAL, Set.of(quiet), MESSAGES.text("when." + quiet));
        }
    }

    private static final List<When> CHOICES = List.of(
            When.after(QuietWords.USUAL),
            When.after(Duration.ofHours(1)),
            When.after(Duration.ofDays(7)),
            When.after(Duration.ofDays(30)),
            When.although(Quiet.UNKNOWN),
            When.although(Quiet.NOT_YET));

    private final ComboBox<When> when = new ComboBox<>();
    private final SecretField old;
    private final SecretField fresh;
    private final OfficerFields officer;

    /// @param asked whether it is asked when; else the old one is off already
    CutForm(Rotation rotation, boolean asked, List<Officer> signers, FileChoosing files) {
        getStyleClass().add("form");
        when.setId("cut-when");
        when.getItems().setAll(CHOICES);
        when.setValue(CHOICES.getFirst());
        when.setConverter(new Spoken<>(When::words));
        if (asked) {
            getChildren().add(Field.of(MESSAGES.text("when"), when, MESSAGES.text("when.hint")));
        }
        old = new SecretField(
                MESSAGES.text("value.old", Words.brief(rotation.old().nativeId())),
                MESSAGES.text("value.old.hint"),
                files);
        old.field().setId("cut-old-value");
        fresh = new SecretField(
                MESSAGES.text(
                        "value.new",
                        rotation.fresh().map(it -> Words.brief(it.nativeId())).orElse("")),
                MESSAGES.text("value.new.hint"),
                files);
        fresh.field().setId("cut-new-value");
        officer = new OfficerFields(signers);
        getChildren().addAll(old, fresh, officer);
    }

    ObservableValue<Availability> availability() {
        return officer.availability();
    }

    OfficerLogin login() {
        return officer.take();
    }

    /// The order, whose values leave the fields; whoever takes it closes them.
    CutOrder take() {
        return new CutOrder(
                when.getValue().quiet(), when.getValue().although(), old.takeIfGiven(), fresh.takeIfGiven());
    }
}
