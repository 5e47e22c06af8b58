package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.Boxed;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The ends that were put on standing access, newest first, each with its way back.
public final class TimeBoxesDialog {
    private static final Messages MESSAGES = Messages.of(TimeBoxesDialog.class);
    private static final String JOB = "timeboxes";

    /// Older ones are in the ledger.
    private static final int LINES_MAX = 40;

    private final Session session;
    private final Awaited awaited;

    public TimeBoxesDialog(Session session) {
        this.session = session;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("all"));
    }

    /// @param signers officers whose keys are on this machine
    private record Known(List<Boxed> all, List<Officer> signers) {}

    public void open() {
        open(Optional.empty());
    }

    /// Somebody closed the dialog while something was written: how far it came is in the list. Over what was opened
    /// since it does not come.
    void brokenOff() {
        session.pulse().changed();
        if (!session.dialogs().isShown()) {
            open(Optional.of(MESSAGES.text("broken-off")));
        }
    }

    private void open(Optional<String> said) {
        awaited.start(
                MESSAGES.text("all.reading"),
                _ -> new Known(
                        session.desk().timeBoxes().all().reversed(),
                        session.desk().officers().signers()),
                known -> show(known, said),
                this::failed);
    }

    private void show(Known known, Optional<String> said) {
        VBox content = new VBox();
        content.setId("timeboxes");
        content.getStyleClass().add("lines");
        said.ifPresent(words -> content.getChildren().add(new Banner(Tone.CARE, words)));
        known.all().stream()
                .limit(LINES_MAX)
                .forEach(one -> content.getChildren().add(line(one, known.signers())));
        if (known.all().isEmpty()) {
            content.getChildren()
                    .add(Placeholder.empty(
                            Material2OutlinedMZ.TIMER, MESSAGES.text("all.none"), MESSAGES.text("all.none.next")));
        }
        if (known.all().size() > LINES_MAX) {
            content.getChildren()
                    .add(WrappedLabel.muted(
                            MESSAGES.text("all.more", known.all().size() - LINES_MAX)));
        }
        String lead = known.all().isEmpty() ? "" : MESSAGES.text("all.lead");
        session.dialogs().show(Sheet.showing(MESSAGES.text("all"), lead, content));
    }

    private ActionLine line(Boxed one, List<Officer> signers) {
        Label access = new WrappedLabel(one.box().access().text());
        access.getStyleClass().addAll("code", "semibold");
        VBox said = new VBox(
                access,
                BoxWords.stage(one),
                WrappedLabel.muted(BoxWords.enforced(one.enforcement())),
                WrappedLabel.muted(BoxWords.by(one)),
                WrappedLabel.muted(one.reason()));
        said.getStyleClass().add("tight-lines");
        return new ActionLine(
                said,
                one.stage().isOpen()
                        ? List.of(
                                Action.of(MESSAGES.text("undo"), Material2OutlinedMZ.UNDO, () -> confirm(one, signers))
                                        .when(may(signers)))
                        : List.of());
    }

    private ObservableValue<Availability> may(List<Officer> signers) {
        return new SimpleObjectProperty<>(Availability.unless(session.desk().readOnly(), MESSAGES.text("readonly"))
                .and(Availability.unless(signers.isEmpty(), MESSAGES.text("officer.first"))));
    }

    private void confirm(Boxed one, List<Officer> signers) {
        OfficerFields officer = new OfficerFields(signers);
        VBox form = new VBox(officer);
        form.getStyleClass().add("form");
        Action back = Action.of(MESSAGES.text("undo"), Material2OutlinedMZ.UNDO, () -> back(one, officer.take()))
                .when(officer.availability());
        session.dialogs()
                .show(Sheet.of(
                        MESSAGES.text("undo.title", one.box().access().text()),
                        MESSAGES.text("undo.lead." + one.stage()),
                        form,
                        back));
    }

    private void back(Boxed one, OfficerLogin login) {
        awaited.sign(
                MESSAGES.text("undoing"),
                login,
                _ -> session.desk().timeBoxes().rollback(login, one.id()),
                _ -> {
                    session.pulse().changed();
                    open();
                },
                this::failed,
                this::brokenOff);
    }

    private void failed(Failure failure) {
        Action again = Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, this::open);
        awaited.failed(MESSAGES.text("all.failed"), failure, again);
    }
}
