package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.layout.SidePane;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.revocation.RevocationViewModel.Books;
import dev.curfew.app.console.session.Bonds;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.revocation.RevocationCase;
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

/// Revocations, from plan to proof.
public final class RevocationScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(RevocationScreen.class);

    private final Session session;
    private final RevocationViewModel model;
    private final RevocationDialogs dialogs;
    private final DataTable<RevocationCase> table;
    private final SidePane side;
    private final VBox told = new VBox();
    private final VBox root;
    private final StringProperty crumb = new SimpleStringProperty("");
    private final StringProperty summary = new SimpleStringProperty("");
    private final Bonds bonds = new Bonds();

    public RevocationScreen(Session session) {
        this.session = session;
        model = new RevocationViewModel(
                session.work(),
                new DeskBook(session.desk()),
                session.pulse()::changed,
                session.desk().readOnly());
        dialogs = new RevocationDialogs(session, model);
        table = new DataTable<>(MESSAGES.text("table"), columns(session.pulse().now()::get));
        table.setId("revocation-table");
        side = new SidePane(table);
        VBox.setVgrow(side, Priority.ALWAYS);
        root = new VBox(told, side);
        root.getStyleClass().add("screen");
        connect();
    }

    private void connect() {
        model.content().subscribe(this::show);
        model.selected().subscribe(this::inspect);
        model.told().subscribe(this::tell);
        table.getSelectionModel().selectedItemProperty().subscribe(this::pick);
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
            case BEGUN -> Tone.NOTE;
            case TROUBLE -> Tone.BAD;
            case ACTED -> Tone.CARE;
            case PROVED -> Tone.GOOD;
        };
        return Chip.of(tone, MESSAGES.text("stage." + stage));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void activate(Destination destination) {
        bonds.release();
        bonds.watch(model::load, session.pulse().revision());
        bonds.add(session.pulse().now().subscribe(_ -> tick()));
        model.load();
        // Ids of entities have their source in front; those of plans have not.
        if (destination.focus().contains(":")) {
            dialogs.plan(destination.focus());
        } else if (destination.hasFocus()) {
            model.select(destination.focus());
        }
    }

    @Override
    public void deactivate() {
        bonds.release();
    }

    /// While a plan runs, its attempts show as they are made.
    private void tick() {
        if (model.running().get()) {
            model.load();
        }
    }

    private void show(Content<Books> content) {
        switch (content) {
            case Content.Loading<?> _ -> table.setPlaceholder(Placeholder.busy(MESSAGES.text("loading")));
            case Content.Failed<?>(Failure failure) ->
                table.setPlaceholder(Placeholder.failed(
                        MESSAGES.text("failed"),
                        failure.sentence(),
                        Action.of(MESSAGES.text("again"), Material2OutlinedMZ.REFRESH, model::load)));
            case Content.Ready<Books>(Books books) -> fill(books);
        }
    }

    private void fill(Books books) {
        if (!table.rows().equals(books.cases())) {
            table.show(books.cases());
        }
        table.setPlaceholder(Placeholder.empty(
                Place.REVOCATION.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next"), plan()));
        long proved = books.cases().stream()
                .filter(it -> Stage.of(it) == Stage.PROVED)
                .count();
        summary.set(MESSAGES.text("summary", books.cases().size(), proved));
    }

    private void pick(@Nullable RevocationCase one) {
        if (one != null) {
            model.select(one.plan().id());
        }
    }

    private void inspect(Optional<RevocationCase> one) {
        crumb.set(one.map(it -> it.plan().id()).orElse(""));
        one.ifPresentOrElse(
                it -> {
                    side.inspect(new CaseView(it, caseActions()));
                    side.open().set(true);
                    table.getItems().stream()
                            .filter(row -> row.plan().id().equals(it.plan().id()))
                            .findFirst()
                            .ifPresent(table.getSelectionModel()::select);
                },
                () -> side.open().set(false));
    }

    private void tell(String words) {
        told.getChildren().clear();
        if (!words.isEmpty()) {
            told.getChildren().add(new Banner(Tone.BAD, words));
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(plan());
    }

    private Action plan() {
        return action("plan", Material2OutlinedAL.ADD, model::mayPlan, dialogs::plan);
    }

    /// What may follow on the selected plan; those that may not now say why.
    private List<Action> caseActions() {
        return List.of(
                action("run", Material2OutlinedAL.BLOCK, model::mayRun, dialogs::run),
                action("verify", Material2OutlinedMZ.VERIFIED_USER, model::mayVerify, dialogs::verify));
    }

    private Action action(String key, Ikon icon, Supplier<Availability> may, Runnable run) {
        ObservableValue<Availability> now = Bindings.createObjectBinding(
                may::get, model.selected(), model.content(), model.review(), model.running());
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
