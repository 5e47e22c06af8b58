package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.OfficerFields;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.roster.Proposal;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private record Roster(
            List<Officer> officers,
            Set<String> here,
            RosterState state,
            List<Proposal> pending,
            List<Delegation> voices) {
        /// Before it is founded it has none, and those of the workspace are all there are.
        List<Member> members() {
            return state.members().isEmpty()
                    ? officers.stream().map(one -> Member.of(one, Set.of())).toList()
                    : state.members();
        }
    }

    public void list() {
        session.work().start(new Job<>(JOB, MESSAGES.text("reading"), _ -> roster(), this::show, this::failed));
    }

    private Roster roster() {
        Officers officers = session.desk().officers();
        List<Officer> all = officers.list();
        return new Roster(
                all,
                all.stream().map(Officer::name).filter(officers::hasKey).collect(Collectors.toUnmodifiableSet()),
                session.desk().rosters().state(),
                session.desk().rosters().pending(),
                session.desk().delegations().standing());
    }

    private void show(Roster roster) {
        Action other = Action.of(MESSAGES.text("other"), Material2OutlinedMZ.PERSON_ADD, this::other);
        VBox both = new VBox(
                new RosterView(roster.state(), roster.pending(), change -> sign(roster, change)),
                new OfficersView(roster.members(), roster.here(), roster.voices(), session.copying(), other));
        both.getStyleClass().add("form");
        session.dialogs().show(Sheet.showing(MESSAGES.text("title"), MESSAGES.text("lead"), both));
    }

    private Action sign(Roster roster, Proposal change) {
        return Action.of(MESSAGES.text("sign"), Material2OutlinedAL.CHECK, () -> {
            OfficerFields officer = new OfficerFields(roster.officers().stream()
                    .filter(one -> roster.here().contains(one.name()))
                    .toList());
            Action confirm = Action.of(
                            MESSAGES.text("sign"),
                            Material2OutlinedAL.CHECK,
                            () -> sign(officer.take(), change.statement().id()))
                    .when(officer.availability());
            session.dialogs()
                    .show(Sheet.of(
                            MESSAGES.text("sign.title", change.statement().id()),
                            change.statement().change().words(),
                            officer,
                            confirm));
        });
    }

    private void sign(OfficerLogin login, String change) {
        session.work()
                .start(
                        new Job<>(
                                JOB,
                                MESSAGES.text("signing"),
                                _ -> {
                                    try (var _ = login.passphrase()) {
                                        session.desk().rosters().sign(login, change);
                                    }
                                    return roster();
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
                            return roster();
                        },
                        this::changed,
                        this::failed));
    }

    private void changed(Roster roster) {
        show(roster);
        session.pulse().changed();
    }

    private void failed(Failure failure) {
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("title"), "", Placeholder.failed(MESSAGES.text("failed"), failure.sentence())));
    }
}
