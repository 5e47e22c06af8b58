package dev.curfew.app.console.screen.blastradius.compare;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.reach.denial.Denial;
import dev.curfew.analysis.reach.denial.Denials;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.form.Field;
import dev.curfew.app.console.component.form.Prose;
import dev.curfew.app.console.component.picker.PickerView;
import dev.curfew.app.console.component.picker.PickerViewModel;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Asks a person what to compare with.
public final class PlannedDialogs {
    private static final Messages MESSAGES = Messages.of(PlannedDialogs.class);
    private static final int TEXT_ROWS = 14;

    private final Session session;
    private final Consumer<PlannedChange> compare;

    /// @param compare takes what was chosen
    public PlannedDialogs(Session session, Consumer<PlannedChange> compare) {
        this.session = session;
        this.compare = compare;
    }

    public void pick(Answer answer) {
        SnapshotIndex index = answer.index();
        List<EntityId> looked = answer.question().subject().ids();
        PickerViewModel picks = new PickerViewModel(
                session.work(), List.of(), new PlannedPicks(index, looked, new Choosing(index))::find, 0);
        PickerView picker = new PickerView(picks, MESSAGES.text("pick.prompt"), session.dialogs()::close);
        session.dialogs()
                .show(Sheet.showing(MESSAGES.text("pick.title"), MESSAGES.text("pick.lead"), picker)
                        .focusing(picker.field()));
    }

    private final class Choosing implements PlannedPicks.Next {
        private final SnapshotIndex index;

        Choosing(SnapshotIndex index) {
            this.index = index;
        }

        @Override
        public void compare(PlannedChange change) {
            compare.accept(change);
        }

        @Override
        public void writeDeny(IdentityId subject) {
            Optional<Denial> denial = Denials.blank(index, subject);
            write(
                    MESSAGES.text("deny.title", Names.of(index, subject)),
                    denial.map(Denial::text).orElse(""),
                    Availability.unless(denial.isEmpty(), MESSAGES.text("deny.none", subject.source())),
                    text -> compare.accept(new PlannedChange.AddDeny(
                            subject, denial.orElseThrow().kind(), text)));
        }

        @Override
        public void writePolicy(Policy policy) {
            String text = policy.text().strip();
            write(
                    MESSAGES.text("narrow.title", policy.name()),
                    text.contains("\n") ? text : PrettyJson.of(text),
                    Availability.available(),
                    other -> compare.accept(new PlannedChange.Narrow(policy.id(), other)));
        }
    }

    private void write(String title, String text, Availability possible, Consumer<String> written) {
        Prose area = new Prose("planned-text", TEXT_ROWS, text);
        area.setWrapText(false);
        area.getStyleClass().add("code");
        Action confirm = Action.of(MESSAGES.text("write.confirm"), Material2OutlinedAL.COMPARE_ARROWS, () -> {
                    String words = area.getText();
                    session.dialogs().close();
                    written.accept(words);
                })
                .when(area.textProperty()
                        .map(words ->
                                possible.and(Availability.unless(words.isBlank(), MESSAGES.text("write.empty")))));
        session.dialogs()
                .show(Sheet.of(
                                title,
                                MESSAGES.text("write.lead"),
                                Field.of(MESSAGES.text("write.field"), area, ""),
                                confirm)
                        .focusing(area));
    }
}
