package dev.curfew.app.console.screen.connections.notice;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Awaited;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.layout.ActionLine;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.WrappedLabel;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.notice.CarrierStatus;
import dev.curfew.app.usecase.notice.Notices;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.notice.Escalation;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.notice.Messenger.Told;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.text.Messages;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Who is told of what by which carrier, what waits, what does not arrive and why; each is tried with a test.
public final class NoticesDialog {
    private static final Messages MESSAGES = Messages.of(NoticesDialog.class);
    private static final String JOB = "notices-dialog";
    private static final Carrier HERE =
            new Carrier("desktop", new Carrier.Way.Desktop(), EnumSet.allOf(NoticeEvent.class), "");

    private final Session session;
    private final Awaited awaited;

    public NoticesDialog(Session session) {
        this.session = session;
        awaited = new Awaited(session.dialogs(), session.work(), JOB, MESSAGES.text("title"));
    }

    /// @param signers officers whose keys are on this machine
    private record Known(
            List<CarrierStatus> carriers, List<String> doubts, Escalation escalation, List<Officer> signers) {}

    public void open() {
        open(Optional.empty());
    }

    /// @param said what came of what was done last
    private void open(Optional<Banner> said) {
        awaited.start(MESSAGES.text("reading"), _ -> known(), known -> show(known, said), this::failed);
    }

    private Known known() {
        Notices notices = session.desk().notices();
        return new Known(
                notices.list(),
                notices.doubts(),
                notices.escalation(),
                session.desk().officers().signers());
    }

    private void show(Known known, Optional<Banner> said) {
        VBox content = new VBox();
        content.setId("notices");
        content.getStyleClass().add("form");
        said.ifPresent(content.getChildren()::add);
        known.doubts().forEach(doubt -> content.getChildren().add(new Banner(Tone.BAD, doubt)));
        if (known.carriers().isEmpty()) {
            content.getChildren()
                    .add(Placeholder.empty(
                            Material2OutlinedMZ.NOTIFICATIONS_NONE,
                            MESSAGES.text("none"),
                            MESSAGES.text("none.next"),
                            here(known.signers())));
        }
        known.carriers().forEach(one -> content.getChildren().add(line(one, known.signers())));
        content.getChildren().add(WrappedLabel.muted(CarrierWords.escalation(known.escalation())));
        session.dialogs().show(Sheet.showing(MESSAGES.text("title"), MESSAGES.text("lead"), content));
    }

    private ActionLine line(CarrierStatus one, List<Officer> signers) {
        Carrier carrier = one.standing().carrier();
        Label name = new Label(carrier.name());
        name.getStyleClass().add("section-title");
        HBox head = new HBox(name, CarrierWords.state(one));
        head.getStyleClass().add("joined");
        Facts facts = new Facts()
                .add(MESSAGES.text("why"), CarrierWords.why(one))
                .add(MESSAGES.text("way"), CarrierWords.way(carrier.way()))
                .add(MESSAGES.text("for"), CarrierWords.reaches(carrier))
                .add(MESSAGES.text("events"), CarrierWords.events(carrier))
                .add(MESSAGES.text("waiting"), MESSAGES.text("waiting.words", one.waiting()));
        VBox said = new VBox(head, facts);
        said.getStyleClass().add("tight-lines");
        return new ActionLine(said, List.of(test(carrier), remove(carrier, signers)));
    }

    private Action test(Carrier carrier) {
        return Action.of(MESSAGES.text("test"), Material2OutlinedMZ.SEND, () -> test(carrier.name()));
    }

    private void test(String name) {
        awaited.start(
                MESSAGES.text("testing", name),
                _ -> session.desk().notices().test(session.desk().messenger(), name),
                told -> open(Optional.of(words(name, told))),
                this::failed);
    }

    private static Banner words(String name, Told told) {
        return new Banner(
                told.there() ? Tone.GOOD : Tone.BAD,
                MESSAGES.text(told.there() ? "test.arrived" : "test.failed", name, told.words()));
    }

    private Action remove(Carrier carrier, List<Officer> signers) {
        return signed(
                signers,
                new Signing(
                        MESSAGES.text("remove"),
                        Material2OutlinedAL.DELETE,
                        MESSAGES.text("remove.confirm", carrier.name()),
                        MESSAGES.text("remove.lead", CarrierWords.way(carrier.way())),
                        MESSAGES.text("removed", carrier.name())),
                login -> session.desk().notices().remove(login, carrier.name()));
    }

    /// The one carrier that needs neither an address nor a secret.
    private Action here(List<Officer> signers) {
        return signed(
                signers,
                new Signing(
                        MESSAGES.text("here"),
                        Material2OutlinedMZ.NOTIFICATIONS_NONE,
                        MESSAGES.text("here.confirm"),
                        MESSAGES.text("here.lead"),
                        MESSAGES.text("here.added")),
                login -> session.desk().notices().add(login, HERE, null));
    }

    /// What an officer signs, in words.
    ///
    /// @param said what came of it
    private record Signing(String words, Ikon icon, String confirm, String lead, String said) {}

    private Action signed(List<Officer> signers, Signing signing, Function<OfficerLogin, CarrierStatus> deed) {
        Availability may = Availability.unless(session.desk().readOnly(), MESSAGES.text("readonly"))
                .and(Availability.unless(signers.isEmpty(), MESSAGES.text("officer.first")));
        return Action.of(signing.words(), signing.icon(), () -> sign(signers, signing, deed))
                .when(new SimpleObjectProperty<>(may));
    }

    private void sign(List<Officer> signers, Signing signing, Function<OfficerLogin, CarrierStatus> deed) {
        OfficerFields officer = new OfficerFields(signers);
        Action confirm = Action.of(signing.confirm(), signing.icon(), () -> enter(signing, officer.take(), deed))
                .when(officer.availability());
        session.dialogs()
                .show(Sheet.of(signing.confirm(), signing.lead(), officer, confirm)
                        .focusing(officer.first()));
    }

    private void enter(Signing signing, OfficerLogin login, Function<OfficerLogin, CarrierStatus> deed) {
        awaited.sign(
                MESSAGES.text("entering"),
                login,
                _ -> deed.apply(login),
                _ -> {
                    session.pulse().changed();
                    open(Optional.of(new Banner(Tone.GOOD, signing.said())));
                },
                this::failed,
                this::brokenOff);
    }

    /// Somebody closed the dialog while it was entered: whether it still was is in the list. Over what was opened since
    /// it does not come.
    private void brokenOff() {
        session.pulse().changed();
        if (!session.dialogs().isShown()) {
            open(Optional.of(new Banner(Tone.CARE, MESSAGES.text("broken-off"))));
        }
    }

    private void failed(Failure failure) {
        Action again = Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, this::open);
        awaited.failed(MESSAGES.text("failed"), failure, again);
    }
}
