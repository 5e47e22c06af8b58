package dev.curfew.app.console.screen.exceptions.officers;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Shows who may decide, and takes in an officer of another machine.
public final class OfficerDialogs {

    private static final Messages MESSAGES = Messages.of(OfficerDialogs.class);
    private static final String JOB = "officers";

    private final Session session;

    public OfficerDialogs(Session session) {
        this.session = session;
    }

    private record Roster(List<Officer> officers, Set<String> here) {}

    public void list() {
        session.work().start(new Job<>(JOB, MESSAGES.text("reading"), _ -> roster(), this::show, this::failed));
    }

    private Roster roster() {
        Officers officers = session.desk().officers();
        List<Officer> all = officers.list();
        return new Roster(
                all, all.stream().map(Officer::name).filter(officers::hasKey).collect(Collectors.toUnmodifiableSet()));
    }

    private void show(Roster roster) {
        Action other = Action.of(MESSAGES.text("other"), Material2OutlinedMZ.PERSON_ADD, this::other);
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("title"),
                        MESSAGES.text("lead"),
                        new OfficersView(roster.officers(), roster.here(), session.copying(), other)));
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
                        roster -> {
                            show(roster);
                            session.pulse().changed();
                        },
                        this::failed));
    }

    private void failed(Failure failure) {
        session.dialogs()
                .show(Sheet.showing(
                        MESSAGES.text("title"), "", Placeholder.failed(MESSAGES.text("failed"), failure.sentence())));
    }
}
