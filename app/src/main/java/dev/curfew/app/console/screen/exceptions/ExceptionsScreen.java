package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionRow;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.approval.ApprovalFileDialogs;
import dev.curfew.app.console.screen.cases.CasesView;
import dev.curfew.app.console.screen.exceptions.asking.Asking;
import dev.curfew.app.console.screen.exceptions.asking.AskingDialogs;
import dev.curfew.app.console.screen.exceptions.officers.OfficerDialogs;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Requests and running exceptions.
public final class ExceptionsScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(ExceptionsScreen.class);

    private final Session session;
    private final ExceptionsViewModel model;
    private final Asking asking;
    private final SignInGate gate;
    private final ExceptionDialogs dialogs;
    private final AskingDialogs askingDialogs;
    private final DataTable<ExceptionCase> table;
    private final GlanceBar glance = new GlanceBar();
    private final CasesView<ExceptionCase> view;
    private final ApprovalFileDialogs<ExceptionCase> files;
    private final OfficerDialogs officers;

    public ExceptionsScreen(Session session) {
        this.session = session;
        model = new ExceptionsViewModel(session.work(), session.desk(), session.acting(), session.pulse()::changed);
        asking = new Asking(session.work(), session.desk(), model.cases());
        gate = new SignInGate(session);
        dialogs = new ExceptionDialogs(session, model, gate);
        askingDialogs = new AskingDialogs(session, asking);
        files = new ApprovalFileDialogs<>(
                session,
                model.cases(),
                (login, id) -> session.desk().approvalFiles().ask(login, id));
        officers = new OfficerDialogs(session);
        table = new DataTable<>(MESSAGES.text("table"), columns(session.pulse().now()::get));
        table.setId("exceptions-table");
        view = new CasesView<>(
                model.cases(),
                table,
                new CasesView.Look<>(
                        MESSAGES,
                        it -> it.request().id() + " · "
                                + Words.brief(it.request().policy().nativeId()),
                        it -> new CaseView(
                                it,
                                actions(it),
                                model.cases().review(),
                                gate,
                                session.pulse().now()),
                        ExceptionsScreen::summary,
                        () -> Placeholder.empty(
                                Place.EXCEPTIONS.icon(),
                                MESSAGES.text("empty"),
                                MESSAGES.text("empty.next"),
                                request(),
                                officer())),
                glance);
        model.cases().content().subscribe(_ -> count());
        glance.keep().subscribe(table::narrow);
    }

    private static List<TableColumn<ExceptionCase, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.state"),
                        13,
                        it -> it,
                        it -> StateWords.chip(it, now.get()),
                        Comparator.comparing(it -> it.request().state())),
                Columns.words(
                        MESSAGES.text("column.policy"),
                        16,
                        it -> Words.brief(it.request().policy().nativeId())),
                Columns.words(MESSAGES.text("column.by"), 8, it -> it.request().requester()),
                Columns.words(
                        MESSAGES.text("column.at"),
                        9,
                        it -> Words.relative(it.request().requestedAt(), now.get())),
                Columns.words(
                        MESSAGES.text("column.for"),
                        7,
                        it -> Words.length(it.request().duration())),
                Columns.words(MESSAGES.text("column.window"), 17, it -> StateWords.ends(it, now.get())),
                Columns.words(MESSAGES.text("column.standing"), 12, StateWords::standing),
                Columns.words(
                        MESSAGES.text("column.reason"), 20, it -> it.request().reason()));
    }

    private static String summary(List<ExceptionCase> cases) {
        long open =
                cases.stream().filter(it -> !it.request().state().isTerminal()).count();
        long standing = cases.stream().filter(it -> it.standing().isPresent()).count();
        return MESSAGES.text("summary", cases.size(), open, standing);
    }

    @Override
    public ScreenFrame frame() {
        return view.frame();
    }

    @Override
    public void activate(Destination destination) {
        frame().listen(session.pulse(), model.cases()::load)
                .add(session.pulse().now().subscribe(this::tick));
        model.cases().load();
        if (destination.hasFocus()) {
            model.cases().select(destination.focus());
        }
    }

    private void count() {
        model.cases()
                .content()
                .get()
                .ready()
                .ifPresent(it -> glance.count(it.cases(), session.pulse().now().get()));
    }

    private void tick(Instant now) {
        model.look(now);
        count();
        table.refresh();
    }

    @Override
    public boolean takes(Path file) {
        return ApprovalFileDialogs.isCalledLikeOne(file);
    }

    @Override
    public void take(Path file) {
        model.cases().whenRead(() -> files.open(file));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                request(),
                officer(),
                model.cases()
                        .action("files.open", Material2OutlinedAL.FOLDER_OPEN, model.cases()::writable, files::open),
                model.cases().action("officers", Material2OutlinedAL.GROUP, model.cases()::writable, officers::list));
    }

    private Action request() {
        return model.cases()
                .action("request", Material2OutlinedAL.ADD, model.cases()::maySign, askingDialogs::request)
                .on("Shortcut+N");
    }

    private Action officer() {
        return model.cases()
                .action("officer.add", Material2OutlinedMZ.PERSON_ADD, model.cases()::writable, dialogs::addOfficer);
    }

    private ActionRow actions(ExceptionCase one) {
        return Asking.isDraft(one) ? new ActionRow(draftActions(), List.of()) : caseActions(one);
    }

    /// What may follow on the selected draft. Nobody decides on it yet.
    private List<Action> draftActions() {
        return List.of(
                model.cases().action("draft.submit", Material2OutlinedAL.GAVEL, asking::mayGoOn, askingDialogs::submit),
                model.cases().action("draft.edit", Material2OutlinedAL.EDIT, asking::mayGoOn, askingDialogs::edit),
                model.cases()
                        .action("draft.discard", Material2OutlinedAL.DELETE, asking::mayGoOn, askingDialogs::discard));
    }

    /// What comes next on the selected request is a button; what is seldom wanted, or may not be now, stands in the
    /// menu and says why.
    private ActionRow caseActions(ExceptionCase one) {
        return switch (one.request().state()) {
            case PENDING -> row(deciding(), List.of(besides(), issue(), settle(), shorter(), extend(), renew()));
            case APPROVED ->
                one.unsettled()
                        ? row(settle(), List.of(issue(), deciding(), besides(), shorter(), extend(), renew()))
                        : row(issue(), List.of(deciding(), besides(), settle(), shorter(), extend(), renew()));
            case ACTIVE -> row(shorter(), List.of(extend(), renew(), deciding(), besides(), issue(), settle()));
            case ENDED -> row(renew(), List.of(shorter(), extend(), deciding(), besides(), issue(), settle()));
            case DRAFTED, DENIED, WITHDRAWN, TIMED_OUT ->
                row(List.of(), List.of(deciding(), besides(), issue(), settle(), shorter(), extend(), renew()));
        };
    }

    private static ActionRow row(List<Action> buttons, List<List<Action>> menu) {
        return new ActionRow(buttons, menu.stream().flatMap(List::stream).toList());
    }

    private List<Action> issue() {
        return List.of(model.cases().action("issue", Material2OutlinedMZ.VPN_KEY, model::mayIssue, dialogs::issue));
    }

    private List<Action> settle() {
        return List.of(model.cases()
                .action("settle", Material2OutlinedAL.CLEANING_SERVICES, model::maySettle, dialogs::settle));
    }

    private List<Action> deciding() {
        return List.of(
                model.cases().action("approve", Material2OutlinedAL.CHECK, model::mayApprove, dialogs::approve),
                model.cases().action("deny", Material2OutlinedAL.BLOCK, model::mayDeny, dialogs::deny));
    }

    private List<Action> besides() {
        return List.of(
                model.cases().action("files.ask", Material2OutlinedMZ.SEND, model::mayAskByFile, files::ask),
                model.cases().action("alike", Material2OutlinedAL.DONE_ALL, model::mayApprove, dialogs::approveAlike),
                model.cases()
                        .action(
                                "deny-alike",
                                Material2OutlinedAL.DO_NOT_DISTURB,
                                model::mayApprove,
                                dialogs::denyAlike),
                model.cases()
                        .action("withdraw", Material2OutlinedMZ.UNDO, asking::mayWithdraw, askingDialogs::withdraw));
    }

    private List<Action> shorter() {
        return List.of(
                model.cases().action("end", Material2OutlinedAL.LOCK, model::mayEnd, dialogs::end),
                model.cases().action("shorten", Material2OutlinedMZ.TIMELAPSE, model::mayEnd, dialogs::shorten));
    }

    private List<Action> extend() {
        return List.of(
                model.cases().action("extend", Material2OutlinedMZ.UPDATE, model::mayEnd, askingDialogs::extend));
    }

    private List<Action> renew() {
        return List.of(
                model.cases().action("renew", Material2OutlinedMZ.REPEAT, model::mayRenew, askingDialogs::renew));
    }
}
