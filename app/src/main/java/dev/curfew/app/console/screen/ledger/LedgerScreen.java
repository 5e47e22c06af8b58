package dev.curfew.app.console.screen.ledger;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.form.FilterField;
import dev.curfew.app.console.component.layout.Facts;
import dev.curfew.app.console.component.layout.Section;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.ledger.LedgerViewModel.Page;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.usecase.ledger.LedgerDesk;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The evidence log.
public final class LedgerScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(LedgerScreen.class);
    private static final int CANONICAL_ROWS_MAX = 20;

    private final Session session;
    private final LedgerViewModel model;
    private final LedgerCard card = new LedgerCard();
    private final FilterField filter = new FilterField(MESSAGES.text("filter"));
    private final DataTable<LedgerEntry> table = new DataTable<>(MESSAGES.text("table"), columns());
    private final ScreenFrame frame;

    public LedgerScreen(Session session) {
        this.session = session;
        LedgerDesk desk = session.desk().ledger();
        model = new LedgerViewModel(
                session.work(),
                limit -> page(desk, limit),
                desk::verify,
                desk::export,
                session.pulse().now());
        table.setId("ledger-table");
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox bar = new HBox(filter);
        bar.getStyleClass().add("toolbar");
        frame = ScreenFrame.inspecting(table, card, bar);
        connect();
    }

    private void connect() {
        filter.textProperty().bindBidirectional(model.text());
        model.content().subscribe(this::show);
        model.verified().subscribe(card::show);
        model.told().subscribe(words -> {
            if (!words.isEmpty()) {
                frame.summary().set(words);
            }
        });
        model.text().subscribe(() -> table.narrow(model.passes()));
        table.getSelectionModel().selectedItemProperty().subscribe(this::inspect);
        table.shown().addListener((ListChangeListener<LedgerEntry>) _ -> count());
    }

    private static Page page(LedgerDesk desk, int limit) {
        long size = desk.size();
        long from = Math.max(0, size - limit);
        return new Page(size, desk.entries(from, limit).reversed());
    }

    private static List<TableColumn<LedgerEntry, ?>> columns() {
        return List.of(
                Columns.number(MESSAGES.text("column.index"), 5, LedgerEntry::index),
                Columns.whole(
                        MESSAGES.text("column.at"),
                        15.5,
                        it -> Words.moment(it.event().at())),
                Columns.words(
                        MESSAGES.text("column.type"),
                        15,
                        it -> EventWords.type(it.event().type())),
                Columns.words(MESSAGES.text("column.actor"), 9, it -> it.event().actor()),
                Columns.words(MESSAGES.text("column.details"), 38, it -> EventWords.details(it.event())));
    }

    @Override
    public ScreenFrame frame() {
        return frame;
    }

    @Override
    public void activate(Destination destination) {
        frame.listen(session.pulse(), model::load);
        if (destination.hasFocus()) {
            model.text().set(destination.focus());
        }
        model.load();
    }

    private void show(Content<Page> content) {
        Placeholder.of(content, MESSAGES.text("loading"), MESSAGES.text("failed"), model::load)
                .ifPresent(table::standIn);
        content.ready().ifPresent(this::fill);
    }

    private void fill(Page page) {
        table.show(page.entries());
        table.setPlaceholder(
                Placeholder.empty(Place.LEDGER.icon(), MESSAGES.text("empty"), MESSAGES.text("empty.next")));
        count();
    }

    private void inspect(@Nullable LedgerEntry entry) {
        if (entry == null) {
            frame.crumb().set("");
            frame.inspect(Placeholder.empty(
                    Place.LEDGER.icon(), MESSAGES.text("inspect.none"), MESSAGES.text("inspect.none.next")));
            return;
        }
        frame.crumb().set(MESSAGES.text("entry", entry.index()));
        Facts facts = new Facts()
                .add(MESSAGES.text("column.type"), EventWords.type(entry.event().type()))
                .add(MESSAGES.text("column.at"), Words.moment(entry.event().at()))
                .add(MESSAGES.text("column.actor"), entry.event().actor())
                .add(MESSAGES.text("subject"), entry.event().subjectHash())
                .add(MESSAGES.text("leaf"), entry.leafHash());
        String pretty = PrettyJson.of(entry.canonical());
        TextArea area = new TextArea(pretty);
        area.setEditable(false);
        area.getStyleClass().addAll("code", "document");
        area.setAccessibleText(MESSAGES.text("canonical"));
        area.setPrefRowCount((int) Math.min(CANONICAL_ROWS_MAX, pretty.lines().count() + 1));
        VBox box = new VBox(
                new Section(MESSAGES.text("entry", entry.index()), facts),
                new Section(MESSAGES.text("canonical"), area));
        box.getStyleClass().add("inspector-content");
        frame.inspect(box);
    }

    private void count() {
        model.content()
                .get()
                .ready()
                .ifPresent(page -> frame.summary()
                        .set(MESSAGES.text("summary", page.size(), table.shown().size())));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of(MESSAGES.text("verify"), Material2OutlinedMZ.VERIFIED_USER, () -> model.verify(List.of())),
                Action.of(
                        MESSAGES.text("verify.against"),
                        Material2OutlinedAL.FACT_CHECK,
                        () -> session.files()
                                .toOpen(MESSAGES.text("verify.against"))
                                .ifPresent(file -> model.verify(List.of(file)))),
                Action.of(
                        MESSAGES.text("export"),
                        Material2OutlinedAL.FILE_UPLOAD,
                        () -> session.files()
                                .toSave(MESSAGES.text("export"), "ledger.jsonl")
                                .ifPresent(model::export)));
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
    }

    @Override
    public boolean escape() {
        return filter.clearIfFilled() || frame.closeInspector();
    }
}
