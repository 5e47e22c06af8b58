package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.ChipToggle;
import dev.curfew.app.console.component.form.FilterField;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.screen.inventory.attest.ImportKeysDialog;
import dev.curfew.app.console.screen.inventory.attest.OwnerAnswerDialog;
import dev.curfew.app.console.screen.inventory.narrow.NarrowingsDialog;
import dev.curfew.app.console.screen.inventory.signal.SignalsDialog;
import dev.curfew.app.console.screen.inventory.timebox.TimeBoxesDialog;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.usecase.estate.EntityFilter;
import dev.curfew.app.usecase.inventory.InventoryLine;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Every non-human identity: a table with filters, an inspector beside it.
public final class InventoryScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(InventoryScreen.class);

    private final Session session;
    private final InventoryViewModel model;
    private final DataTable<InventoryLine> table;
    private final FilterField filter = new FilterField(MESSAGES.text("filter"));
    private final Choice sources = new Choice(MESSAGES.text("source"), MESSAGES.text("source.all"));
    private final Choice kinds = new Choice(MESSAGES.text("kind"), MESSAGES.text("kind.all"));
    private final InspectorView inspector;
    private final ScreenFrame frame;

    public InventoryScreen(Session session) {
        this.session = session;
        model = new InventoryViewModel(
                session.work(),
                () -> session.desk().inventory().list(EntityFilter.ALL),
                new EntityInspection(session.desk())::of,
                session.desk().estate()::find,
                session.pulse().now());
        table = new DataTable<>(
                MESSAGES.text("table"), InventoryColumns.of(session.pulse().now()::get));
        table.setId("inventory-table");
        filter.setId("inventory-filter");
        inspector = new InspectorView(session);
        frame = ScreenFrame.inspecting(table, toolbar());
        frame.inspect(inspector.node());
        connect();
    }

    /// What stays within this screen needs no releasing.
    private void connect() {
        filter.textProperty().bindBidirectional(model.text());
        sources.value().bindBidirectional(model.source());
        kinds.value().bindBidirectional(model.kind());
        model.passes().subscribe(table::narrow);
        model.content().subscribe(this::show);
        model.inspected().subscribe(content -> content.ready().ifPresent(inspector::show));
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.select(Optional.ofNullable(row).map(InventoryScreen::id)));
        table.shown().addListener((ListChangeListener<InventoryLine>) _ -> count());
        model.selected().subscribe(this::name);
        model.selected().subscribe(id -> id.ifPresent(this::reveal));
        model.selected().subscribe(id -> {
            if (id.isPresent()) {
                frame.openInspector();
            }
        });
    }

    /// Wraps where the window is narrow or the text large.
    private FlowPane toolbar() {
        FlowPane bar = new FlowPane(filter, sources, kinds);
        bar.getStyleClass().add("wrapping-toolbar");
        for (Facet facet : Facet.values()) {
            ChipToggle toggle = new ChipToggle(facet.words());
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.selectedProperty().subscribe(on -> model.facets().set(with(facet, on)));
            model.facets().subscribe(chosen -> toggle.setSelected(chosen.contains(facet)));
            bar.getChildren().add(toggle);
        }
        return bar;
    }

    private Set<Facet> with(Facet facet, boolean on) {
        Set<Facet> chosen = EnumSet.noneOf(Facet.class);
        chosen.addAll(model.facets().get());
        if (on) {
            chosen.add(facet);
        } else {
            chosen.remove(facet);
        }
        return chosen;
    }

    @Override
    public ScreenFrame frame() {
        return frame;
    }

    @Override
    public void activate(Destination destination) {
        frame.listen(session.pulse(), model::load);
        if (destination.hasFocus()) {
            model.widen();
            model.focus(destination.focus());
        }
        model.load();
    }

    private void show(Content<List<InventoryLine>> content) {
        Placeholder.of(content, MESSAGES.text("loading"), MESSAGES.text("failed"), model::load)
                .ifPresent(table::standIn);
        content.ready().ifPresent(this::fill);
    }

    private void fill(List<InventoryLine> rows) {
        Optional<EntityId> chosen = model.selected().get();
        sources.offer(rows.stream()
                .map(line -> line.row().id().source().value())
                .distinct()
                .sorted()
                .toList());
        kinds.offer(
                rows.stream().map(line -> line.row().kind()).distinct().sorted().toList());
        table.show(rows);
        table.setPlaceholder(rows.isEmpty() ? empty() : nothingPasses());
        chosen.ifPresent(this::reveal);
        count();
    }

    private void reveal(EntityId id) {
        table.getItems().stream()
                .filter(line -> id(line).equals(id))
                .findFirst()
                .ifPresent(line -> {
                    table.getSelectionModel().select(line);
                    table.scrollTo(line);
                });
    }

    private static EntityId id(InventoryLine line) {
        return line.row().id();
    }

    private Placeholder empty() {
        return Placeholder.empty(
                Material2OutlinedAL.FORMAT_LIST_BULLETED,
                MESSAGES.text("empty"),
                MESSAGES.text("empty.next"),
                Action.of(
                        MESSAGES.text("connect"),
                        Material2OutlinedMZ.POWER,
                        () -> session.navigator().go(Place.CONNECTIONS)));
    }

    private Placeholder nothingPasses() {
        return Placeholder.empty(
                Material2OutlinedAL.FILTER_LIST,
                MESSAGES.text("none"),
                MESSAGES.text("none.next"),
                Action.of(MESSAGES.text("widen"), Material2OutlinedAL.CLEAR, model::widen));
    }

    /// Nothing before it was read: none is another thing than not known yet.
    private void count() {
        boolean known = model.content().get().ready().isPresent();
        frame.summary()
                .set(
                        known
                                ? MESSAGES.text(
                                        "summary",
                                        table.rows().size(),
                                        table.shown().size())
                                : "");
    }

    private void name(Optional<EntityId> id) {
        frame.crumb().set(id.map(it -> it.source() + " › " + it.nativeId()).orElse(""));
    }

    @Override
    public List<Action> actions() {
        ObservableValue<Availability> selection = Bindings.createObjectBinding(
                () -> Availability.unless(model.selected().get().isEmpty(), MESSAGES.text("select.first")),
                model.selected());
        return List.of(
                Action.of(MESSAGES.text("reach"), Place.BLAST_RADIUS.icon(), () -> goTo(Place.BLAST_RADIUS))
                        .when(selection)
                        .on("Shortcut+B"),
                Action.of(MESSAGES.text("revoke"), Place.REVOCATION.icon(), () -> goTo(Place.REVOCATION))
                        .when(session.acting().on(model.selected(), MESSAGES.text("select.first"))),
                Action.of(MESSAGES.text("export"), Material2OutlinedAL.FILE_UPLOAD, this::export),
                Action.of(
                        MESSAGES.text("signals"),
                        Material2OutlinedMZ.NOTIFICATIONS_NONE,
                        new SignalsDialog(session)::open),
                Action.of(
                        MESSAGES.text("narrowed"),
                        Material2OutlinedAL.CONTENT_CUT,
                        new NarrowingsDialog(session)::open),
                Action.of(MESSAGES.text("timeboxes"), Material2OutlinedMZ.TIMER, new TimeBoxesDialog(session)::open),
                Action.of(
                                MESSAGES.text("said.take"),
                                Material2OutlinedAL.FACT_CHECK,
                                new OwnerAnswerDialog(session)::open)
                        .when(AskAction.writable(session)),
                Action.of(
                                MESSAGES.text("keys.import"),
                                Material2OutlinedMZ.VPN_KEY,
                                new ImportKeysDialog(session)::open)
                        .when(AskAction.writable(session)));
    }

    private void goTo(Place place) {
        model.selected().get().ifPresent(id -> session.navigator().go(Destination.of(place, id.text())));
    }

    private void export() {
        Optional<Path> file = session.files().toSave(MESSAGES.text("export"), "inventory.csv");
        file.ifPresent(path -> model.export(
                path,
                List.copyOf(table.getItems()),
                () -> frame.summary()
                        .set(MESSAGES.text("exported", table.getItems().size(), path)),
                frame.summary()::set));
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
    }

    @Override
    public boolean escape() {
        if (model.isNarrowed()) {
            model.widen();
            return true;
        }
        return frame.closeInspector();
    }
}
