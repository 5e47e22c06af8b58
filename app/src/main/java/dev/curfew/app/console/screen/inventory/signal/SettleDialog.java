package dev.curfew.app.console.screen.inventory.signal;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// An officer says that a signal is over, for good, and why.
final class SettleDialog {
    private static final Messages MESSAGES = Messages.of(SettleDialog.class);
    private static final String JOB = "settle-signal";
    private static final int REASON_ROWS = 3;

    private final Session session;
    private final Awaited awaited;

    SettleDialog(Session session) {
        this.session = session;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("title"));
    }

    /// @param settled what is shown once it is
    Action of(Signal signal, Runnable settled) {
        return Action.of(MESSAGES.text("settle"), Material2OutlinedAL.DONE, () -> open(signal, settled))
                .when(new SimpleObjectProperty<>(
                        Availability.unless(session.desk().readOnly(), MESSAGES.text("readonly"))));
    }

    private void open(Signal signal, Runnable settled) {
        awaited.start(
                MESSAGES.text("reading"),
                _ -> session.desk().officers().signers(),
                signers -> form(signal, signers, "", settled),
                failure -> failed(failure, () -> {}));
    }

    /// @param remark that was written already
    private void form(Signal signal, List<Officer> signers, String remark, Runnable settled) {
        Prose reason = new Prose("settle-reason", REASON_ROWS, remark);
        OfficerFields officer = new OfficerFields(signers);
        VBox form = new VBox(
                facts(signal), Field.of(MESSAGES.text("reason"), reason, MESSAGES.text("reason.hint")), officer);
        form.getStyleClass().add("form");
        Action confirm = Action.of(
                        MESSAGES.text("confirm"),
                        Material2OutlinedAL.DONE,
                        () -> settle(
                                signal,
                                officer.take(),
                                reason.getText(),
                                settled,
                                () -> form(signal, signers, reason.getText(), settled)))
                .when(officer.availability(reason, MESSAGES.text("reason.missing")));
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("title"), MESSAGES.text("lead"), form, confirm)
                        .focusing(reason));
    }

    private static Facts facts(Signal signal) {
        return new Facts()
                .add(MESSAGES.text("what"), SignalWords.kind(signal.tip().kind()))
                .add(MESSAGES.text("about"), SignalWords.about(signal))
                .add(MESSAGES.text("sender"), signal.sender())
                .add(MESSAGES.text("at"), Words.moment(signal.tip().at()))
                .add(MESSAGES.text("id"), signal.id());
    }

    /// @param back shows the form again: nobody writes their reason twice because they mistyped a passphrase
    private void settle(Signal signal, OfficerLogin login, String reason, Runnable settled, Runnable back) {
        awaited.sign(
                MESSAGES.text("working"),
                login,
                _ -> session.desk().signals().settle(login, signal.id(), reason),
                _ -> {
                    session.pulse().changed();
                    settled.run();
                },
                failure -> failed(failure, back),
                () -> {});
    }

    private void failed(Failure failure, Runnable back) {
        Action close = session.dialogs().closing(MESSAGES.text("close"), Material2OutlinedMZ.UNDO, back);
        awaited.failed(MESSAGES.text("failed"), failure, close);
    }
}
