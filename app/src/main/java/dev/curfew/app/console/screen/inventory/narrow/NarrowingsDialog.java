package dev.curfew.app.console.screen.inventory.narrow;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.DiffView;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.Narrowing;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The policies that were narrowed or are announced to be, newest first, each with its way back.
public final class NarrowingsDialog {
    private static final Messages MESSAGES = Messages.of(NarrowingsDialog.class);
    private static final String JOB = "narrowings";

    /// Older ones are in the ledger.
    private static final int LINES_MAX = 40;

    private final Session session;
    private final Awaited awaited;

    public NarrowingsDialog(Session session) {
        this.session = session;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("all"));
    }

    /// @param signers officers whose keys are on this machine
    private record Known(List<Narrowing> all, List<Officer> signers) {}

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

    /// @param said what came of what was done last
    private void open(Optional<String> said) {
        awaited.start(
                MESSAGES.text("all.reading"),
                _ -> new Known(
                        session.desk().narrowings().all().reversed(),
                        session.desk().officers().signers()),
                known -> show(known, said),
                this::failed);
    }

    private void show(Known known, Optional<String> said) {
        VBox content = new VBox();
        content.setId("narrowings");
        content.getStyleClass().add("lines");
        said.ifPresent(words -> content.getChildren().add(new Banner(Tone.CARE, words)));
        known.all().stream()
                .limit(LINES_MAX)
                .forEach(one -> content.getChildren().add(line(one, known.signers())));
        if (known.all().isEmpty()) {
            content.getChildren()
                    .add(Placeholder.empty(
                            Material2OutlinedAL.CONTENT_CUT,
                            MESSAGES.text("all.none"),
                            MESSAGES.text("all.none.next")));
        }
        if (known.all().size() > LINES_MAX) {
            content.getChildren()
                    .add(WrappedLabel.muted(
                            MESSAGES.text("all.more", known.all().size() - LINES_MAX)));
        }
        String lead = known.all().isEmpty() ? "" : MESSAGES.text("all.lead");
        session.dialogs().show(Sheet.showing(MESSAGES.text("all"), lead, content));
    }

    private ActionLine line(Narrowing one, List<Officer> signers) {
        Label policy = new WrappedLabel(one.policy().text());
        policy.getStyleClass().addAll("code", "semibold");
        VBox said = new VBox(
                policy,
                NarrowWords.stage(one),
                WrappedLabel.muted(NarrowWords.by(one)),
                WrappedLabel.muted(one.reason()));
        said.getStyleClass().add("tight-lines");
        String undo = NarrowWords.undo(one);
        return new ActionLine(
                said,
                undo.isEmpty()
                        ? List.of()
                        : List.of(Action.of(undo, Material2OutlinedMZ.UNDO, () -> confirm(one, signers))
                                .when(may(signers))));
    }

    private ObservableValue<Availability> may(List<Officer> signers) {
        return new SimpleObjectProperty<>(Availability.unless(session.desk().readOnly(), MESSAGES.text("readonly"))
                .and(Availability.unless(signers.isEmpty(), MESSAGES.text("officer.first"))));
    }

    private void confirm(Narrowing one, List<Officer> signers) {
        OfficerFields officer = new OfficerFields(signers);
        DiffView diff = new DiffView(
                PrettyJson.of(one.text()), PrettyJson.of(one.prior().text()));
        VBox form = new VBox(officer, diff);
        form.getStyleClass().add("form");
        Action back = Action.of(NarrowWords.undo(one), Material2OutlinedMZ.UNDO, () -> back(one, officer.take()))
                .when(officer.availability());
        session.dialogs()
                .show(Sheet.of(
                        MESSAGES.text("undo.title", one.policy().text()),
                        MESSAGES.text("undo.lead." + one.stage()),
                        form,
                        back));
    }

    private void back(Narrowing one, OfficerLogin login) {
        awaited.sign(
                MESSAGES.text("undoing"),
                login,
                _ -> session.desk().narrowings().rollback(login, one.id()),
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
