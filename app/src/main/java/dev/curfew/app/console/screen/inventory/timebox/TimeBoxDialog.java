package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.screen.inventory.deed.DeedForm;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.BoxOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What is to end, and when; what that would do; then exactly that is put on it.
public final class TimeBoxDialog {
    private static final Messages MESSAGES = Messages.of(TimeBoxDialog.class);
    private static final String JOB = "timebox";

    private final Session session;
    private final Awaited awaited;

    public TimeBoxDialog(Session session) {
        this.session = session;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("title"));
    }

    /// @param parts what may be meant, all of it first
    public void open(EntityId subject, List<Part> parts) {
        ComboBox<Part> part = new ComboBox<>();
        part.setId("timebox-part");
        part.setConverter(new Spoken<>(Part::words));
        part.getItems().setAll(parts);
        part.setValue(parts.getFirst());
        UntilField until = new UntilField(session.pulse().now());
        VBox form = new VBox(Field.of(MESSAGES.text("part"), part, ""), until);
        form.getStyleClass().add("form");
        Action look = Action.of(
                        MESSAGES.text("look"),
                        Material2OutlinedMZ.SEARCH,
                        () -> look(new BoxOrder(
                                subject.text(),
                                part.getValue().id().map(EntityId::text),
                                until.until().orElse(Instant.EPOCH))))
                .when(until.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("title"), MESSAGES.text("lead"), form, look)
                        .or(list()));
    }

    private Action list() {
        return Action.of(MESSAGES.text("list"), Material2OutlinedAL.HISTORY, () -> new TimeBoxesDialog(session).open());
    }

    private void look(BoxOrder order) {
        awaited.start(
                MESSAGES.text("looking"),
                _ -> new BoxProposal(
                        order,
                        session.desk().timeBoxes().plan(order),
                        session.desk().officers().signers()),
                this::confirm,
                this::failed);
    }

    private void confirm(BoxProposal proposal) {
        Availability may = DeedForm.may(session, MESSAGES, proposal.signers());
        DeedForm form = new DeedForm(MESSAGES, JOB, new BoxPlanView(proposal.plan()), proposal.signers(), may);
        Action begin = Action.of(MESSAGES.text("begin"), Material2OutlinedMZ.TIMER, () -> sign(proposal, form))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("confirm.title"), MESSAGES.text("confirm.lead"), form, begin)
                        .dangerously());
    }

    private void sign(BoxProposal proposal, DeedForm form) {
        OfficerLogin login = form.login();
        String reason = form.reason();
        Optional<String> shown = Optional.of(proposal.plan().digest());
        awaited.sign(
                MESSAGES.text("beginning"),
                login,
                _ -> session.desk().timeBoxes().apply(login, proposal.order(), reason, shown),
                _ -> done(),
                this::failed,
                new TimeBoxesDialog(session)::brokenOff);
    }

    /// With what was done goes the way back.
    private void done() {
        session.pulse().changed();
        new TimeBoxesDialog(session).open();
    }

    private void failed(Failure failure) {
        awaited.failed(MESSAGES.text("failed"), failure, list());
    }
}
