package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionRow;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.approval.ApprovalFileDialogs;
import dev.curfew.app.console.screen.cases.CasesView;
import dev.curfew.app.console.screen.revocation.leak.LeakDialog;
import dev.curfew.app.console.screen.revocation.offboard.OffboardDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Revocations, from plan to proof.
public final class RevocationScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(RevocationScreen.class);

    private final Session session;
    private final RevocationViewModel model;
    private final RevocationDialogs dialogs;
    private final LeakDialog leakDialog;
    private final OffboardDialog offboardDialog;
    private final ApprovalFileDialogs<RevocationCase> files;
    private final CasesView<RevocationCase> view;

    public RevocationScreen(Session session) {
        this.session = session;
        model = new RevocationViewModel(session.work(), session.desk(), session.pulse()::changed);
        dialogs = new RevocationDialogs(session, model);
        leakDialog = new LeakDialog(session, model.cases());
        offboardDialog = new OffboardDialog(session, model.cases());
        files = new ApprovalFileDialogs<>(
                session,
                model.cases(),
                (login, id) -> session.desk().planFiles().ask(login, id));
        DataTable<RevocationCase> table =
                new DataTable<>(MESSAGES.text("table"), columns(session.pulse().now()::get));
        table.setId("revocation-table");
        view = new CasesView<>(
                model.cases(),
                table,
                new CasesView.Look<>(
                        MESSAGES,
                        it -> it.plan().id(),
                        it -> new CaseView(it, caseActions(it), session.pulse().now()),
                        RevocationScreen::summary,
                        () -> Placeholder.empty(
                                Place.REVOCATION.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next"), plan())));
    }

    private static List<TableColumn<RevocationCase, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.stage"),
                        12,
                        Stage::of,
                        RevocationScreen::chip,
                        Comparator.naturalOrder()),
                Columns.words(
                        MESSAGES.text("column.what"),
                        18,
                        it -> it.plan().steps().getFirst().credential().nativeId()),
                Columns.number(
                        MESSAGES.text("column.steps"),
                        5,
                        it -> it.plan().steps().size()),
                Columns.words(MESSAGES.text("column.by"), 8, it -> it.plan().requester()),
                Columns.words(
                        MESSAGES.text("column.at"),
                        9,
                        it -> Words.relative(it.plan().createdAt(), now.get())),
                Columns.words(
                        MESSAGES.text("column.reason"), 20, it -> it.plan().reason()));
    }

    private static Chip chip(Stage stage) {
        Tone tone = switch (stage) {
            case PLANNED -> Tone.PLAIN;
            case WAITING -> Tone.CARE;
            case UNRATIFIED -> Tone.BAD;
            case BEGUN -> Tone.NOTE;
            case TROUBLE -> Tone.BAD;
            case ACTED -> Tone.CARE;
            case PROVED -> Tone.GOOD;
            case UNDONE -> Tone.CARE;
        };
        return Chip.of(tone, MESSAGES.text("stage." + stage));
    }

    private static String summary(List<RevocationCase> cases) {
        long proved = cases.stream().filter(it -> Stage.of(it) == Stage.PROVED).count();
        return MESSAGES.text("summary", cases.size(), proved);
    }

    @Override
    public ScreenFrame frame() {
        return view.frame();
    }

    @Override
    public void activate(Destination destination) {
        frame().listen(session.pulse(), model.cases()::load)
                .add(session.pulse().now().subscribe(_ -> tick()));
        model.cases().load();
        // Ids of entities have their source in front; those of plans have not.
        if (destination.leak().isPresent()) {
            model.cases().whenRead(() -> leakDialog.open(destination.leak().get()));
        } else if (destination.leaving().isPresent()) {
            model.cases()
                    .whenRead(() -> offboardDialog.open(destination.leaving().get()));
        } else if (destination.focus().contains(":")) {
            dialogs.plan(destination.focus());
        } else if (destination.hasFocus()) {
            model.cases().select(destination.focus());
        }
    }

    /// While a plan runs, its attempts show as they are made.
    private void tick() {
        if (model.cases().acting().get()) {
            model.cases().glance();
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(
                plan(),
                leaked(),
                offboard(),
                model.cases()
                        .action("files.open", Material2OutlinedAL.FOLDER_OPEN, model.cases()::writable, files::open));
    }

    @Override
    public boolean takes(Path file) {
        return ApprovalFileDialogs.isCalledLikeOne(file);
    }

    @Override
    public void take(Path file) {
        model.cases().whenRead(() -> files.open(file));
    }

    private Action plan() {
        return model.cases().action("plan", Material2OutlinedAL.ADD, model.cases()::maySign, dialogs::plan);
    }

    private Action leaked() {
        return model.cases()
                .action("leaked", Material2OutlinedMZ.REPORT, Availability::available, () -> leakDialog.open(""));
    }

    private Action offboard() {
        return model.cases()
                .action("offboard", Material2OutlinedMZ.PERSON_REMOVE, model.cases()::maySign, offboardDialog::open);
    }

    /// What comes next on the selected plan is a button; what is seldom wanted, or may not be now, stands in the menu
    /// and
    /// says why.
    private ActionRow caseActions(RevocationCase one) {
        return switch (Stage.of(one)) {
            case PLANNED, WAITING ->
                new ActionRow(List.of(sign(), ask(), run()), List.of(verify(), takeBack(), ratify()));
            case BEGUN, TROUBLE ->
                new ActionRow(List.of(run(), verify(), takeBack()), List.of(sign(), ask(), ratify()));
            case ACTED, PROVED, UNDONE ->
                new ActionRow(List.of(verify(), takeBack()), List.of(sign(), ask(), run(), ratify()));
            case UNRATIFIED -> new ActionRow(List.of(ratify()), List.of(sign(), ask(), run(), verify(), takeBack()));
        };
    }

    private Action sign() {
        return model.cases().action("sign", Material2OutlinedAL.CHECK, model::maySignIt, dialogs::sign);
    }

    private Action ask() {
        return model.cases().action("files.ask", Material2OutlinedMZ.SEND, model::maySignIt, files::ask);
    }

    private Action run() {
        return model.cases().action("run", Material2OutlinedAL.BLOCK, model::mayRun, dialogs::run);
    }

    private Action verify() {
        return model.cases().action("verify", Material2OutlinedMZ.VERIFIED_USER, model::mayVerify, dialogs::verify);
    }

    private Action takeBack() {
        return model.cases().action("undo", Material2OutlinedMZ.UNDO, model::mayUndo, dialogs::undo);
    }

    private Action ratify() {
        return model.cases().action("ratify", Material2OutlinedMZ.RULE, model::mayRatify, dialogs::ratify);
    }
}
