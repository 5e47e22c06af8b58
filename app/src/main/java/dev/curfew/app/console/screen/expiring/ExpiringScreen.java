package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.Expiring;
import dev.curfew.analysis.expiry.ExpiryBands;
import dev.curfew.analysis.expiry.WeekCount;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.chart.ChartOrTable;
import dev.curfew.app.console.component.form.FilterField;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import dev.curfew.app.console.screen.ScreenFrame;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.work.Content;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// What ends how soon: bands, a chart by week, two lists.
public final class ExpiringScreen implements Screen {

    private static final Messages MESSAGES = Messages.of(ExpiringScreen.class);

    private final Session session;
    private final ExpiringViewModel model;
    private final BandBar bands;
    private final WeekChart chart = new WeekChart();
    private final DataTable<WeekCount> weeks = WeekTable.create();
    private final ChartOrTable weekly = new ChartOrTable(chart.view(), weeks);
    private final Pills<Outlook> outlooks;
    private final FilterField filter = new FilterField(MESSAGES.text("filter"));
    private final DataTable<Expiring> table;
    private final ScreenFrame frame;

    public ExpiringScreen(Session session) {
        this.session = session;
        model = new ExpiringViewModel(session.work(), session.desk().expiring()::bands);
        bands = new BandBar(model.band());
        outlooks = new Pills<>(List.of(Outlook.values()), it -> it.words(0), model.outlook());
        table = new DataTable<>(
                MESSAGES.text("table"), ExpiringColumns.of(session.pulse().now()::get));
        table.setId("expiring-table");
        frame = ScreenFrame.of(bands, weekly, lists(), table);
        connect();
    }

    private void connect() {
        filter.textProperty().bindBidirectional(model.text());
        model.content().subscribe(this::show);
        model.text().subscribe(this::narrow);
        model.band().subscribe(this::narrow);
        model.outlook().subscribe(this::narrow);
        table.shown().addListener((ListChangeListener<Expiring>) _ -> count());
    }

    private Node lists() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox.setHgrow(filter, Priority.SOMETIMES);
        HBox bar = new HBox(outlooks, spacer, filter);
        bar.getStyleClass().add("toolbar");
        return bar;
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
            model.text().set(destination.focus());
        }
        model.load();
    }

    private void show(Content<ExpiryBands> content) {
        Placeholder.of(content, MESSAGES.text("loading"), MESSAGES.text("failed"), model::load)
                .ifPresent(table::standIn);
        content.ready().ifPresent(this::fill);
    }

    private void fill(ExpiryBands found) {
        List<WeekCount> byWeek = found.byWeek(ExpiringViewModel.WEEKS);
        bands.show(found);
        chart.show(byWeek);
        weeks.show(byWeek);
        weekly.changed(ExpiringViewModel.sentence(byWeek));
        outlooks.name(it -> it.words(ExpiringViewModel.count(found, it)));
        table.show(found.all());
        narrow();
    }

    private void narrow() {
        table.narrow(model.passes());
        boolean nothing = table.rows().isEmpty();
        if (model.content().get() instanceof Content.Ready<?>) {
            table.setPlaceholder(nothing ? empty() : nonePasses());
        }
        count();
    }

    private Placeholder empty() {
        return Placeholder.empty(
                Place.EXPIRING.icon(),
                MESSAGES.text("empty"),
                MESSAGES.text("empty.next"),
                Action.of(
                        MESSAGES.text("connect"),
                        Material2OutlinedMZ.POWER,
                        () -> session.navigator().go(Place.CONNECTIONS)));
    }

    private Placeholder nonePasses() {
        if (!model.isNarrowed()) {
            Outlook outlook = model.outlook().get();
            return Placeholder.empty(Place.EXPIRING.icon(), outlook.none(), outlook.noneNext());
        }
        return Placeholder.empty(
                Material2OutlinedAL.FILTER_LIST,
                MESSAGES.text("none"),
                MESSAGES.text("none.next"),
                Action.of(MESSAGES.text("widen"), Material2OutlinedAL.CLEAR, model::widen));
    }

    private void count() {
        frame.summary()
                .set(MESSAGES.text("summary", table.rows().size(), table.shown().size()));
    }

    @Override
    public List<Action> actions() {
        ObservableValue<Availability> selection = table.getSelectionModel()
                .selectedItemProperty()
                .map(_ -> Availability.available())
                .orElse(Availability.unless(true, MESSAGES.text("select.first")));
        return List.of(
                Action.of(MESSAGES.text("inventory"), Place.INVENTORY.icon(), () -> goTo(Place.INVENTORY))
                        .when(selection),
                Action.of(MESSAGES.text("revoke"), Place.REVOCATION.icon(), () -> goTo(Place.REVOCATION))
                        .when(session.acting()
                                .on(
                                        table.getSelectionModel()
                                                .selectedItemProperty()
                                                .map(it -> Optional.of(it.id()))
                                                .orElse(Optional.empty()),
                                        MESSAGES.text("select.first"))));
    }

    private void goTo(Place place) {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(it -> session.navigator().go(Destination.of(place, target(it, place))));
    }

    /// The inventory lists identities; a credential that has one is found there under it.
    private static String target(Expiring it, Place place) {
        return place == Place.INVENTORY && it.holder() != null
                ? it.holder().text()
                : it.id().text();
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
    }

    @Override
    public boolean escape() {
        boolean narrowed = model.isNarrowed();
        model.widen();
        return narrowed;
    }
}
