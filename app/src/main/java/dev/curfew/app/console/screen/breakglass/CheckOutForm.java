package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.breakglass.form.HolderFields;
import dev.curfew.app.usecase.breakglass.UseOrder;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/// Why a path is opened, for how long, for whom, by whom, and whether another officer approves it.
final class CheckOutForm extends VBox {
    private static final Messages MESSAGES = Messages.of(CheckOutForm.class);
    private static final int REASON_ROWS = 2;
    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofMinutes(15), USUAL, Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4));

    /// What a use stands on besides the shares.
    enum Approval {
        DUAL_CONTROL,
        EMERGENCY
    }

    private final BreakGlassPath path;
    private final Prose reason = new Prose("check-out-reason", REASON_ROWS, "");
    private final ComboBox<Duration> length = new ComboBox<>();
    private final ComboBox<String> recipient = new ComboBox<>();
    private final ObjectProperty<Approval> approval = new SimpleObjectProperty<>();
    private final OfficerFields officer;
    private final OfficerFields approver;
    private final HolderFields holders;

    CheckOutForm(BreakGlassPath path, List<Officer> signers) {
        this.path = path;
        getStyleClass().add("form");
        length.setId("check-out-length");
        length.getItems().setAll(LENGTHS);
        length.setValue(USUAL);
        length.setConverter(new Spoken<>(Words::length));
        recipient.setId("check-out-recipient");
        recipient
                .getItems()
                .setAll(Stream.concat(
                                signers.stream().map(Officer::name),
                                path.holders().stream().map(Holder::officer))
                        .distinct()
                        .toList());
        recipient.setPromptText(MESSAGES.text("out.recipient.self"));
        officer = new OfficerFields(signers);
        approver = OfficerFields.approver(signers);
        holders = HolderFields.of(path);
        Pills<Approval> pills = new Pills<>(List.of(Approval.values()), CheckOutForm::words, approval);
        approver.managedProperty().bind(approver.visibleProperty());
        approver.visibleProperty().bind(approval.isEqualTo(Approval.DUAL_CONTROL));
        approval.set(signers.size() > 1 ? Approval.DUAL_CONTROL : Approval.EMERGENCY);
        getChildren()
                .addAll(
                        Field.of(MESSAGES.text("out.reason"), reason, ""),
                        Field.of(MESSAGES.text("out.length"), length, ""),
                        Field.of(MESSAGES.text("out.approval"), pills, MESSAGES.text("out.approval.hint")),
                        officer,
                        approver,
                        holders,
                        Field.of(MESSAGES.text("out.recipient"), recipient, MESSAGES.text("out.recipient.hint")));
    }

    private static String words(Approval approval) {
        return MESSAGES.text("out.approval." + approval);
    }

    Prose first() {
        return reason;
    }

    ObservableValue<Availability> availability() {
        ObservableValue<Availability> signed = officer.availability();
        ObservableValue<Availability> opened = holders.availability();
        ObservableValue<Availability> approved = approver.availability();
        return Bindings.createObjectBinding(
                () -> Availability.unless(reason.getText().isBlank(), MESSAGES.text("out.reason.missing"))
                        .and(signed.getValue())
                        .and(opened.getValue())
                        .and(approved(approved.getValue())),
                reason.textProperty(),
                signed,
                opened,
                approved,
                approval);
    }

    private Availability approved(Availability signed) {
        if (approval.get() == Approval.EMERGENCY) {
            return Availability.available();
        }
        boolean same =
                Objects.equals(officer.chosen().getValue(), approver.chosen().getValue());
        return Availability.unless(!signed.isAvailable(), MESSAGES.text("out.approver.missing"))
                .and(Availability.unless(same, MESSAGES.text("out.approver.same")));
    }

    /// As `OfficerFields.take`.
    OfficerLogin officer() {
        return officer.take();
    }

    /// As `HolderFields.take`.
    List<OfficerLogin> holders() {
        return holders.take();
    }

    /// With the approver's login, as `OfficerFields.take`.
    UseOrder order() {
        Optional<OfficerLogin> another =
                approval.get() == Approval.DUAL_CONTROL ? Optional.of(approver.take()) : Optional.empty();
        return new UseOrder(path.name(), reason.getText().strip(), length.getValue(), another);
    }

    /// For whom it is; whoever checks it out, where nobody was chosen.
    String recipient() {
        return Optional.ofNullable(recipient.getValue())
                .orElseGet(() -> officer.chosen().getValue().name());
    }
}
