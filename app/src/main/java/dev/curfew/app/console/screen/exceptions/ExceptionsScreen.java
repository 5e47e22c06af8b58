package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.layout.SidePane;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.exceptions.ExceptionsViewModel.Books;
import dev.curfew.app.console.session.Bonds;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Requests and running exceptions.
public final class ExceptionsScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(ExceptionsScreen.class);

    private final Session session;
    private final ExceptionsViewModel model;
    private final ExceptionDialogs dialogs;
    private final DataTable<ExceptionCase> table;
    private final SidePane side;
    private final VBox told = new VBox();
    private final VBox root;
    private final StringProperty crumb = new SimpleStringProperty("");
    private final StringProperty summary = new SimpleStringProperty("");
    private final Bonds bonds = new Bonds();
    private Optional<CaseView> shown = Optional.empty();

    public ExceptionsScreen(Session session) {
        this.session = session;
        model = new ExceptionsViewModel(
                session.work(),
                new DeskBook(session.desk()),
                session.pulse()::changed,
                session.desk().readOnly());
        dialogs = new ExceptionDialogs(session, model);
        table = new DataTable<>(MESSAGES.text("table"), columns(session.pulse().now()::get));
        table.setId("exceptions-table");
        side = new SidePane(table);
        VBox.setVgrow(side, Priority.ALWAYS);
        root = new VBox(told, side);
        root.getStyleClass().add("screen");
        connect();
    }

    private void connect() {
        model.content().subscribe(this::show);
        model.selected().subscribe(this::inspect);
        model.review().subscribe(review -> shown.ifPresent(view -> view.show(review)));
        model.told().subscribe(this::tell);
        table.getSelectionModel().selectedItemProperty().subscribe(this::pick);
    }

    private static List<TableColumn<ExceptionCase, ?>> columns(Supplier<Instant> now) {
        return List.of(
                Columns.drawn(
                        MESSAGES.text("column.state"),
                        13,
                        it -> it.request().state(),
                        StateWords::chip,
                        Comparator.naturalOrder()),
                Columns.words(
                        MESSAGES.text("column.policy"),
                        16,
                        it -> it.request().policy().nativeId()),
                Columns.words(MESSAGES.text("column.by"), 8, it -> it.request().requester()),
                Columns.words(
                        MESSAGES.text("column.at"),
                        9,
                        it -> Words.relative(it.request().requestedAt(), now.get())),
                Columns.words(
                        MESSAGES.text("column.for"),
                        6,
                        it -> Words.length(it.request().duration())),
                Columns.words(MESSAGES.text("column.window"), 17, it -> StateWords.ends(it, now.get())),
                Columns.words(
                        MESSAGES.text("column.reason"), 20, it -> it.request().reason()));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void activate(Destination destination) {
        bonds.release();
        bonds.watch(model::load, session.pulse().revision());
        bonds.add(session.pulse().now().subscribe(this::tick));
        if (destination.hasFocus()) {
            model.select(destination.focus());
        }
        model.load();
    }

    @Override
    public void deactivate() {
        bonds.release();
    }

    private void tick(Instant now) {
        model.closeDue(now);
        table.refresh();
    }

    private void show(Content<Books> content) {
        switch (content) {
            case Content.Loading<?> _ -> table.setPlaceholder(Placeholder.busy(MESSAGES.text("loading")));
            case Content.Failed<?>(Failure failure) ->
                table.setPlaceholder(Placeholder.failed(
                        MESSAGES.text("failed"),
                        failure.sentence(),
                        Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, model::load)));
            case Content.Ready<Books>(Books books) -> {
                String kept =
                        model.selected().get().map(it -> it.request().id()).orElse("");
                table.show(books.cases());
                table.setPlaceholder(Placeholder.empty(
                        Place.EXCEPTIONS.icon(),
                        MESSAGES.text("empty"),
                        MESSAGES.text("empty.next"),
                        request(),
                        officer()));
                books.cases().stream()
                        .filter(it -> it.request().id().equals(kept))
                        .findFirst()
                        .ifPresent(table.getSelectionModel()::select);
                summary.set(MESSAGES.text("summary", books.cases().size(), open(books)));
            }
        }
    }

    private static long open(Books books) {
        return books.cases().stream()
                .filter(it -> it.request().state() == RequestState.ACTIVE)
                .count();
    }

    private void pick(@Nullable ExceptionCase one) {
        if (one != null && model.selected().get().filter(it -> it.equals(one)).isEmpty()) {
            model.select(one.request().id());
        }
    }

    private void inspect(Optional<ExceptionCase> one) {
        shown = one.map(it -> new CaseView(it, caseActions(), session.pulse().now()));
        crumb.set(
                one.map(it -> it.request().id() + " · " + it.request().policy().nativeId())
                        .orElse(""));
        shown.ifPresentOrElse(
                view -> {
                    view.show(model.review().get());
                    side.inspect(view);
                    side.open().set(true);
                },
                () -> side.open().set(false));
        one.filter(it -> !it.equals(table.getSelectionModel().getSelectedItem()))
                .flatMap(it -> table.getItems().stream().filter(it::equals).findFirst())
                .ifPresent(table.getSelectionModel()::select);
    }

    private void tell(String words) {
        told.getChildren().clear();
        if (!words.isEmpty()) {
            told.getChildren().add(new Banner(Tone.BAD, words));
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(request(), officer());
    }

    private Action request() {
        return action("request", Material2OutlinedAL.ADD, model::mayRequest, dialogs::request);
    }

    private Action officer() {
        return action("officer.add", Material2OutlinedMZ.PERSON_ADD, model::writable, dialogs::addOfficer);
    }

    /// What may follow on the selected request; those that may not now say why.
    private List<Action> caseActions() {
        return List.of(
                action("approve", Material2OutlinedAL.CHECK, model::mayDecide, dialogs::approve),
                action("deny", Material2OutlinedAL.BLOCK, model::mayDeny, dialogs::deny),
                action("issue", Material2OutlinedMZ.VPN_KEY, model::mayIssue, dialogs::issue),
                action("end", Material2OutlinedAL.LOCK, model::mayEnd, dialogs::end));
    }

    private Action action(String key, Ikon icon, Supplier<Availability> may, Runnable run) {
        ObservableValue<Availability> now =
                Bindings.createObjectBinding(may::get, model.selected(), model.content(), model.review());
        return Action.of(MESSAGES.text(key), icon, run).when(now);
    }

    @Override
    public ObservableValue<String> crumb() {
        return crumb;
    }

    @Override
    public ObservableValue<String> summary() {
        return summary;
    }

    @Override
    public void toggleInspector() {
        side.open().set(!side.open().get());
    }
}
