package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.app.console.component.form.ChipToggle;
import dev.curfew.app.console.component.form.FilterField;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.answer.Found;
import dev.curfew.app.console.screen.blastradius.model.BlastRadiusViewModel;
import dev.curfew.app.console.work.Content;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The lists: what was found, which steps hold it together, who would lose by a planned change.
public final class FoundPane extends VBox {

    private static final Messages MESSAGES = Messages.of(FoundPane.class);

    /// Which list is shown.
    enum Side {
        FOUND,
        CHOKES,
        BREAKS
    }

    private static final int ROWS_ABOVE = 2;

    private final BlastRadiusViewModel model;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.FOUND);
    private final Pills<Side> sides;
    private final FilterField filter = new FilterField(MESSAGES.text("filter"));
    private final ChipToggle sensitive = new ChipToggle(MESSAGES.text("sensitive.only"));
    private final ObservableList<Found> all = FXCollections.observableArrayList();
    private final FilteredList<Found> passing = new FilteredList<>(all);
    private final ListView<Found> found = new ListView<>(passing);
    private final ListView<Choke> chokes = new ListView<>();
    private final ListView<Consumer> breaks = new ListView<>();

    /// @param onChoke shows what it would be without a step
    /// @param onConsumer goes to somebody who would lose steps
    public FoundPane(
            BlastRadiusViewModel model,
            Supplier<Instant> now,
            java.util.function.Consumer<Choke> onChoke,
            java.util.function.Consumer<Consumer> onConsumer) {
        this.model = model;
        getStyleClass().add("pane");
        sides = new Pills<>(List.of(Side.values()), this::words, side);
        list(found, "reach-list", MESSAGES.text("list"));
        found.setCellFactory(
                _ -> new FoundCell(() -> model.answer().orElseThrow().question()));
        found.setPlaceholder(
                Placeholder.empty(Material2OutlinedAL.FILTER_LIST, MESSAGES.text("none"), MESSAGES.text("none.next")));
        list(chokes, "choke-list", MESSAGES.text("chokes"));
        chokes.setCellFactory(_ -> new ChokeCell(model::answer, onChoke));
        list(breaks, "break-list", MESSAGES.text("breaks"));
        breaks.setCellFactory(_ -> new BreakCell(now));
        breaks.setPlaceholder(Placeholder.empty(
                Material2OutlinedAL.CHECK, MESSAGES.text("breaks.nobody"), MESSAGES.text("breaks.nobody.next")));
        sensitive.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox narrowing = new HBox(filter, sensitive);
        narrowing.getStyleClass().add("toolbar");
        narrowing.visibleProperty().bind(side.map(Side.FOUND::equals));
        narrowing.managedProperty().bind(narrowing.visibleProperty());
        StackPane lists =
                new StackPane(shownOn(found, Side.FOUND), shownOn(chokes, Side.CHOKES), shownOn(breaks, Side.BREAKS));
        VBox.setVgrow(lists, Priority.ALWAYS);
        getChildren().addAll(sides, narrowing, lists);
        onEnter(chokes, onChoke);
        onEnter(breaks, onConsumer);
        connect();
    }

    private static void list(ListView<?> list, String id, String words) {
        list.setId(id);
        list.getStyleClass().addAll("path-list", "dense");
        list.setAccessibleText(words);
    }

    private Node shownOn(Node list, Side on) {
        list.visibleProperty().bind(side.map(on::equals));
        return list;
    }

    private void connect() {
        filter.textProperty().bindBidirectional(model.narrowing().text());
        sensitive.selectedProperty().bindBidirectional(model.narrowing().sensitiveOnly());
        model.narrowing().text().subscribe(this::narrow);
        model.narrowing().sensitiveOnly().subscribe(this::narrow);
        model.narrowing().fate().subscribe(this::narrow);
        found.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null
                    && model.chosen()
                            .get()
                            .filter(it -> it.found().equals(chosen))
                            .isEmpty()) {
                model.choose(Chosen.of(chosen));
            }
        });
        chokes.getSelectionModel().selectedItemProperty().subscribe(choke -> {
            if (choke != null) {
                model.by(choke.step().hops().getLast()).ifPresent(model::choose);
            }
        });
        model.chokes().subscribe(this::showChokes);
        model.chosen().subscribe(this::select);
    }

    /// By Enter or two clicks.
    private static <T> void onEnter(ListView<T> list, java.util.function.Consumer<T> work) {
        Runnable onChosen = () ->
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(work);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                onChosen.run();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                onChosen.run();
            }
        });
    }

    public FilterField filter() {
        return filter;
    }

    private void narrow() {
        Direction direction =
                model.answer().map(it -> it.question().direction()).orElse(Direction.FORWARD);
        passing.setPredicate(model.narrowing().passes(direction));
    }

    public void show(Answer answer) {
        boolean comparison = answer.question().isComparison();
        if (!comparison && side.get() == Side.BREAKS) {
            side.set(Side.FOUND);
        }
        sensitive.setVisible(answer.question().direction() == Direction.FORWARD);
        sensitive.setManaged(sensitive.isVisible());
        all.setAll(answer.found());
        breaks.getItems().setAll(answer.breaking());
        narrow();
        sides.name(this::words);
        sides.offer(it -> it != Side.BREAKS || comparison);
        model.chosen().get().ifPresent(chosen -> select(Optional.of(chosen)));
    }

    private String words(Side which) {
        return switch (which) {
            case FOUND -> {
                Direction direction =
                        model.answer().map(it -> it.question().direction()).orElse(Direction.FORWARD);
                yield MESSAGES.text("side.FOUND." + direction, all.size());
            }
            case CHOKES ->
                model.chokes()
                        .get()
                        .ready()
                        .map(it -> MESSAGES.text("side.CHOKES", it.size()))
                        .orElse(MESSAGES.text("side.CHOKES.none"));
            case BREAKS -> MESSAGES.text("side.BREAKS", breaks.getItems().size());
        };
    }

    private void showChokes(Content<List<Choke>> content) {
        chokes.getItems().setAll(content.ready().orElse(List.of()));
        chokes.setPlaceholder(
                switch (content) {
                    case Content.Loading<?> _ -> Placeholder.busy(MESSAGES.text("chokes.busy"));
                    case Content.Failed<?>(var failure) ->
                        Placeholder.failed(MESSAGES.text("chokes.failed"), failure.sentence());
                    case Content.Ready<?> _ ->
                        Placeholder.empty(
                                Material2OutlinedMZ.SHARE,
                                MESSAGES.text("chokes.none"),
                                MESSAGES.text("chokes.none.next"));
                });
        sides.name(this::words);
    }

    private void select(Optional<Chosen> chosen) {
        if (chosen.isEmpty()) {
            found.getSelectionModel().clearSelection();
            return;
        }
        Found row = chosen.get().found();
        if (!row.equals(found.getSelectionModel().getSelectedItem()) && passing.contains(row)) {
            found.getSelectionModel().select(row);
            // with some of what is above it: where one comes from
            found.scrollTo(Math.max(0, passing.indexOf(row) - ROWS_ABOVE));
        }
    }
}
