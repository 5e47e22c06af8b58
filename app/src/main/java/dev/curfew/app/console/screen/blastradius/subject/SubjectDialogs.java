package dev.curfew.app.console.screen.blastradius.subject;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.text.Messages;
import java.util.List;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Asks a person whom or what to look at.
public final class SubjectDialogs {
    private static final Messages MESSAGES = Messages.of(SubjectDialogs.class);
    private static final int LIST_ROWS = 10;

    private final Session session;

    public SubjectDialogs(Session session) {
        this.session = session;
    }

    /// One thing, or all that somebody owns.
    public void pick() {
        PickerViewModel picks = new PickerViewModel(
                session.work(), List.of(), new SubjectPicks(session.desk().estate()::current, this::go)::find, 0);
        PickerView picker = new PickerView(picks, MESSAGES.text("pick.prompt"), session.dialogs()::close);
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("pick.title"), "", picker).focusing(picker.field()));
    }

    /// Several things, line by line.
    public void list() {
        Prose area = new Prose("subject-list", LIST_ROWS, "");
        area.getStyleClass().add("code");
        Action confirm = Action.of(MESSAGES.text("list.confirm"), Material2OutlinedAL.LIST_ALT, () -> {
                    String lines = area.getText();
                    session.dialogs().close();
                    go(Subjects.ofList(lines));
                })
                .when(area.textProperty()
                        .map(text -> Availability.unless(text.isBlank(), MESSAGES.text("list.empty"))));
        session.dialogs()
                .show(Sheet.of(
                                MESSAGES.text("list.title"),
                                MESSAGES.text("list.lead"),
                                Field.of(MESSAGES.text("list.field"), area, ""),
                                confirm)
                        .focusing(area));
    }

    private void go(String focus) {
        session.navigator().go(Destination.of(Place.BLAST_RADIUS, focus));
    }
}
