package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Shows who may decide, and takes in an officer of another machine.
public final class OfficerDialogs {

    private static final Messages MESSAGES = Messages.of(OfficerDialogs.class);
    private static final String JOB = "officers";

    private final Session session;

    public OfficerDialogs(Session session) {
        this.session = session;
    }

    public void list() {
        list("");
    }

    /// @param said what was done; empty for nothing
    private void list(String said) {
        session.work()
                .start(new Job<>(
                        JOB, MESSAGES.text("reading"), _ -> known(), known -> show(known, said), this::failed));
    }

    private KnownOfficers known() {
        return KnownOfficers.of(session.desk());
    }

    private void show(KnownOfficers known, String said) {
        VoiceDialogs voices = new VoiceDialogs(session, this::as);
        Action other = Action.of(MESSAGES.text("other"), Material2OutlinedMZ.PERSON_ADD, this::other);
        Officers officers = session.desk().officers();
        KeychainDialog keychain = new KeychainDialog(
                session.dialogs(),
                session.work(),
                new KeychainDialog.Keeper(officers::keep, officers::forget),
                this::list,
                this::failed);
        VBox both = new VBox(
                new RosterView(known.state(), known.pending(), change -> sign(known, change)),
                new OfficersView(
                        known,
                        session.copying(),
                        voice -> voices.end(known, voice),
                        officer -> keychain.opening(officer, known.keychain()),
                        List.of(other, voices.handOn(known))));
        both.getStyleClass().add("form");
        if (!said.isEmpty()) {
            both.getChildren().addFirst(new Banner(Tone.GOOD, said));
        }
        session.dialogs().show(Sheet.showing(MESSAGES.text("title"), MESSAGES.text("lead"), both));
    }

    private Action sign(KnownOfficers known, Proposal change) {
        String id = change.statement().id();
        return Action.of(MESSAGES.text("sign"), Material2OutlinedAL.CHECK, () -> {
            OfficerFields officer = new OfficerFields(known.signers());
            Action confirm = Action.of(
                            MESSAGES.text("sign"),
                            Material2OutlinedAL.CHECK,
                            () -> as(
                                    officer.take(),
                                    login -> session.desk().rosters().sign(login, id)))
                    .when(officer.availability());
            session.dialogs()
                    .show(Sheet.of(
                            MESSAGES.text("sign.title", id),
                            change.statement().change().words(),
                            officer,
                            confirm));
        });
    }

    private void as(OfficerLogin login, Consumer<OfficerLogin> deed) {
        session.work()
                .start(
                        new Job<>(
                                JOB,
                                MESSAGES.text("signing"),
                                _ -> {
                                    try (var _ = login.passphrase()) {
                                        deed.accept(login);
                                    }
                                    return known();
                                },
                                this::changed,
                                this::failed),
                        login.passphrase()::close);
    }

    private void other() {
        OtherOfficerForm form = new OtherOfficerForm();
        Action confirm = Action.of(MESSAGES.text("other.confirm"), Material2OutlinedMZ.PERSON_ADD, () -> enrol(form))
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("other"), MESSAGES.text("other.lead"), form, confirm)
                        .focusing(form.first()));
    }

    private void enrol(OtherOfficerForm form) {
        String name = form.name();
        String displayName = form.displayName();
        String key = form.key();
        session.work()
                .start(new Job<>(
                        JOB,
                        MESSAGES.text("enrolling"),
                        _ -> {
                            session.desk().officers().enrol(name, displayName, key);
                            return known();
                        },
                        this::changed,
                        this::failed));
    }

    private void changed(KnownOfficers known) {
        show(known, "");
        session.pulse().changed();
    }

    private void failed(Failure failure) {
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("title"), "", Placeholder.failed(MESSAGES.text("failed"), failure.sentence())));
    }
}
