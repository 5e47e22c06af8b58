package dev.curfew.app.console.screen.connections;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.dialog.Sheet;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.connections.notice.NoticesDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The sources: how each was read, whether it may be acted on, reading them again, connecting another.
public final class ConnectionsScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(ConnectionsScreen.class);

    private final Session session;
    private String wanted = "";
    private final ConnectionsViewModel model;
    private final DataTable<SourceStatus> table;
    private final ScreenFrame frame;
    private final RemoveDialog removing;

    public ConnectionsScreen(Session session) {
        this.session = session;
        model = new ConnectionsViewModel(session.work(), session.desk(), session.pulse()::changed);
        removing = new RemoveDialog(session.dialogs(), model::remove);
        table = new DataTable<>(MESSAGES.text("table"), columns(session.pulse().now()::get));
        table.setId("connections-table");
        frame = ScreenFrame.inspecting(table);
        frame.openInspector();
        model.content().subscribe(this::show);
        model.outcome().subscribe(words -> frame.tell(model.failed().get() ? Tone.BAD : Tone.NOTE, words));
        table.getSelectionModel().selectedItemProperty().subscribe(this::inspect);
    }

    private List<TableColumn<SourceStatus, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.words(
                        MESSAGES.text("column.name"),
                        12,
                        it -> it.connection().name().value()),
                Columns.drawn(
                        MESSAGES.text("column.coverage"),
                        15,
                        Function.identity(),
                        SourceWords::coverage,
                        Comparator.comparingInt(it -> -SourceWords.gaps(it).size())),
                Columns.words(
                        MESSAGES.text("column.read"),
                        9,
                        it -> it.readAt()
                                .map(at -> Words.relative(at, now.get()))
                                .orElse("–")),
                Columns.drawn(
                        MESSAGES.text("column.acting"),
                        10,
                        SourceStatus::connection,
                        SourceWords::acting,
                        Comparator.comparing(it -> it.canAct())),
                Columns.words(
                        MESSAGES.text("column.kind"),
                        10,
                        it -> session.desk().kinds().called(it.connection().kind())));
    }

    @Override
    public ScreenFrame frame() {
        return frame;
    }

    @Override
    public void activate(Destination destination) {
        frame.listen(session.pulse(), model::load);
        wanted = destination.focus();
        model.load();
        if (destination.isNotices()) {
            new NoticesDialog(session).open();
        }
    }

    private void show(Content<List<SourceStatus>> content) {
        Placeholder.of(content, MESSAGES.text("loading"), MESSAGES.text("failed"), model::load)
                .ifPresent(table::standIn);
        content.ready().ifPresent(this::fill);
    }

    /// Which one is looked at: the one that was asked for, once; else the one in the place that was looked at before.
    private int place(List<SourceStatus> sources) {
        String asked = wanted;
        wanted = "";
        return IntStream.range(0, sources.size())
                .filter(at -> sources.get(at).connection().name().value().equals(asked))
                .findFirst()
                .orElseGet(() -> Math.max(0, table.getSelectionModel().getSelectedIndex()));
    }

    private void fill(List<SourceStatus> sources) {
        int kept = place(sources);
        table.show(sources);
        table.setPlaceholder(Placeholder.empty(
                Place.CONNECTIONS.icon(),
                MESSAGES.text("empty"),
                MESSAGES.text("empty.next"),
                connect(),
                importFile(),
                importFolder(),
                sample(),
                open()));
        if (!sources.isEmpty()) {
            table.getSelectionModel().select(Math.min(kept, sources.size() - 1));
        }
        long whole = sources.stream().filter(SourceStatus::whole).count();
        frame.summary().set(MESSAGES.text("summary", sources.size(), whole));
    }

    private void inspect(@org.jspecify.annotations.Nullable SourceStatus status) {
        if (status == null) {
            frame.inspect(Placeholder.empty(
                    Place.CONNECTIONS.icon(), MESSAGES.text("inspect.none"), MESSAGES.text("inspect.none.next")));
            frame.crumb().set("");
            return;
        }
        frame.inspect(new SourceDetail(
                status, session.desk().kinds(), session.pulse().now().get()));
        frame.crumb().set(status.connection().name().value());
    }

    @Override
    public List<Action> actions() {
        return List.of(
                connect(),
                refresh(),
                refreshAll(),
                importFile(),
                importFolder(),
                sample(),
                remove(),
                notices(),
                export(),
                open());
    }

    private Action connect() {
        return Action.of(MESSAGES.text("connect"), Material2OutlinedAL.ADD, this::openConnect)
                .when(model.mayRead());
    }

    private Action refresh() {
        return ofSelected("refresh", Material2OutlinedMZ.REFRESH, model::refresh);
    }

    private Action remove() {
        return ofSelected("remove", Material2OutlinedAL.LINK_OFF, removing::open);
    }

    private Action notices() {
        return Action.of(
                MESSAGES.text("notices"), Material2OutlinedMZ.NOTIFICATIONS_NONE, new NoticesDialog(session)::open);
    }

    private Action ofSelected(String key, Ikon icon, Consumer<SourceName> act) {
        ObservableValue<Availability> selected = Bindings.createObjectBinding(
                () -> model.mayRead()
                        .getValue()
                        .and(Availability.unless(frame.crumb().get().isEmpty(), MESSAGES.text("select.first"))),
                model.mayRead(),
                frame.crumb());
        return Action.of(
                        MESSAGES.text(key),
                        icon,
                        () -> selected().map(it -> it.connection().name()).ifPresent(act))
                .when(selected);
    }

    private Action refreshAll() {
        return Action.of(MESSAGES.text("refresh.all"), Material2OutlinedMZ.SYNC, model::refreshAll)
                .when(model.mayRead());
    }

    private Action importFile() {
        return Action.of(
                        MESSAGES.text("import"),
                        Material2OutlinedAL.FILE_UPLOAD,
                        () -> session.files().toOpen(MESSAGES.text("import")).ifPresent(this::openImport))
                .when(model.mayRead());
    }

    private Action importFolder() {
        return Action.of(
                        MESSAGES.text("import.folder"),
                        Material2OutlinedAL.CREATE_NEW_FOLDER,
                        () -> session.files()
                                .folder(MESSAGES.text("import.folder"))
                                .ifPresent(this::openImport))
                .when(model.mayRead());
    }

    @Override
    public boolean takes(Path file) {
        return Files.isReadable(file);
    }

    @Override
    public void take(Path file) {
        Availability now = model.mayRead().getValue();
        if (now.isAvailable()) {
            openImport(file);
        } else {
            frame.tell(Tone.BAD, now.reason());
        }
    }

    private Action sample() {
        return Action.of(MESSAGES.text("sample"), Material2OutlinedAL.BIOTECH, model::sample)
                .when(model.mayRead());
    }

    private Action export() {
        return Action.of(
                        MESSAGES.text("export"),
                        Material2OutlinedAL.ARCHIVE,
                        () -> session.files()
                                .toSave(MESSAGES.text("export"), MESSAGES.text("export.name"))
                                .ifPresent(model::export))
                .when(model.mayRead());
    }

    /// Also from a workspace that is read-only itself.
    private Action open() {
        return Action.of(
                MESSAGES.text("open"),
                Material2OutlinedAL.FOLDER_OPEN,
                () -> session.files().toOpen(MESSAGES.text("open")).ifPresent(session.leaveFor()));
    }

    private Optional<SourceStatus> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void openConnect() {
        ConnectForm form = new ConnectForm(session.desk().kinds(), session.files());
        Action confirm = Action.of(MESSAGES.text("form.confirm"), Material2OutlinedAL.CHECK, () -> {
                    form.take().ifPresent(model::connect);
                    session.dialogs().close();
                })
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(MESSAGES.text("form.title"), MESSAGES.text("form.lead"), form, confirm)
                        .focusing(form.first()));
    }

    private void openImport(Path file) {
        ImportForm form = new ImportForm(session.desk().kinds(), file, session.files());
        Action confirm = Action.of(MESSAGES.text("import.confirm"), Material2OutlinedAL.CHECK, () -> {
                    model.importFile(form.take());
                    session.dialogs().close();
                })
                .when(form.availability());
        session.dialogs()
                .show(Sheet.of(
                                MESSAGES.text(Files.isDirectory(file) ? "import.folder" : "import"),
                                MESSAGES.text("import.lead", file),
                                form,
                                confirm)
                        .focusing(form.first()));
    }
}
