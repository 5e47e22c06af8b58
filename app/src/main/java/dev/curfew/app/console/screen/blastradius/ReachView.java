package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.form.ChipToggle;
import dev.curfew.app.console.component.form.FilterField;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Coverages;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.drawing.GraphPane;
import dev.curfew.model.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// A reach: what is reached in a list, the same as drawing or tree, the chosen path below.
final class ReachView extends VBox {

    private static final Messages MESSAGES = Messages.of(ReachView.class);
    private static final double LIST_SHARE = 0.36;
    private static final double PICTURE_SHARE = 0.62;

    private final BlastRadiusViewModel model;
    private final FlowPane headline = new FlowPane();
    private final VBox banners = new VBox();
    private final FilterField filter = new FilterField(MESSAGES.text("filter"));
    private final ObservableList<Reached> all = FXCollections.observableArrayList();
    private final FilteredList<Reached> passing = new FilteredList<>(all);
    private final ListView<Reached> list = new ListView<>(passing);
    private final GraphPane graph;
    private final ReachTree tree;
    private final HopPanel hops = new HopPanel();

    ReachView(BlastRadiusViewModel model) {
        this.model = model;
        getStyleClass().add("screen");
        graph = new GraphPane(node -> model.choose(model.through(node.members())));
        graph.setId("reach-graph");
        tree = new ReachTree(reached -> model.choose(Optional.of(reached)));
        list.setId("reach-list");
        list.getStyleClass().addAll("path-list", "dense");
        list.setAccessibleText(MESSAGES.text("list"));
        list.setCellFactory(_ -> new PathCell());
        list.setPlaceholder(
                Placeholder.empty(Material2OutlinedAL.FILTER_LIST, MESSAGES.text("none"), MESSAGES.text("none.next")));
        headline.getStyleClass().add("chips");
        banners.getStyleClass().add("banners");
        SplitPane right = new SplitPane(picture(), hops);
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(PICTURE_SHARE);
        SplitPane split = new SplitPane(found(), right);
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(headline, banners, split);
        connect();
    }

    private void connect() {
        filter.textProperty().bindBidirectional(model.text());
        model.text().subscribe(() -> passing.setPredicate(model.passes()));
        model.sensitiveOnly().subscribe(() -> passing.setPredicate(model.passes()));
        list.getSelectionModel().selectedItemProperty().subscribe(reached -> {
            if (reached != null) {
                model.choose(Optional.of(reached));
            }
        });
        model.chosen().subscribe(this::light);
    }

    FilterField filter() {
        return filter;
    }

    private Node found() {
        ChipToggle sensitive = new ChipToggle(MESSAGES.text("sensitive.only"));
        sensitive.selectedProperty().bindBidirectional(model.sensitiveOnly());
        sensitive.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox bar = new HBox(filter, sensitive);
        bar.getStyleClass().add("toolbar");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(bar, list);
        box.getStyleClass().add("pane");
        return box;
    }

    private Node picture() {
        ObjectProperty<Boolean> drawn = new SimpleObjectProperty<>(true);
        Pills<Boolean> either =
                new Pills<>(List.of(true, false), it -> MESSAGES.text(it ? "as.drawing" : "as.tree"), drawn);
        graph.visibleProperty().bind(drawn);
        tree.visibleProperty().bind(drawn.map(it -> !it));
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox bar = new HBox(
                either,
                spacer,
                ActionButton.iconOnly(
                        Action.of(MESSAGES.text("zoom.out"), Material2OutlinedMZ.ZOOM_OUT, graph::zoomOut)),
                ActionButton.iconOnly(Action.of(MESSAGES.text("zoom.in"), Material2OutlinedMZ.ZOOM_IN, graph::zoomIn)),
                ActionButton.iconOnly(
                        Action.of(MESSAGES.text("zoom.fit"), Material2OutlinedAL.FULLSCREEN, graph::fit)));
        bar.getStyleClass().add("toolbar");
        StackPane place = new StackPane(graph, tree);
        place.setMinSize(0, 0);
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox box = new VBox(bar, place);
        box.getStyleClass().add("pane");
        return box;
    }

    void show(ReachPicture picture) {
        Reach reach = picture.reach();
        Label name = new Label(picture.name());
        name.getStyleClass().add("subject");
        Label summary = new Label(ReachWords.summary(reach));
        summary.getStyleClass().add("muted");
        headline.getChildren().setAll(name);
        if (reach.administrator()) {
            headline.getChildren().add(Chip.of(Tone.BAD, MESSAGES.text("administrator")));
        }
        headline.getChildren().add(summary);
        banners.getChildren().clear();
        if (!reach.unread().isEmpty()) {
            String gaps = reach.unread().stream()
                    .map(gap -> gap.source() + " " + gap.scope() + " (" + Coverages.words(gap.state()) + ")")
                    .sorted()
                    .collect(Collectors.joining(", "));
            banners.getChildren().add(new Banner(Tone.CARE, MESSAGES.text("unread", gaps)));
        }
        all.setAll(reach.reached());
        graph.show(picture.drawing());
        tree.show(picture);
        light(model.chosen().get());
    }

    private void light(Optional<Reached> chosen) {
        Optional<ReachPicture> picture = model.content().get().flatMap(dev.curfew.app.console.work.Content::ready);
        if (chosen.isEmpty() || picture.isEmpty()) {
            graph.light(Set.of());
            hops.clear();
            return;
        }
        Reached reached = chosen.get();
        Set<dev.curfew.model.id.EntityId> onPath = new HashSet<>();
        onPath.add(picture.get().reach().from());
        reached.path().stream().map(Hop::to).forEach(onPath::add);
        graph.light(picture.get().drawing().boxes().stream()
                .filter(box -> box.node().members().stream().anyMatch(onPath::contains))
                .map(box -> box.node().key())
                .collect(Collectors.toSet()));
        hops.show(reached, picture.get().index());
        if (!reached.equals(list.getSelectionModel().getSelectedItem()) && passing.contains(reached)) {
            list.getSelectionModel().select(reached);
            list.scrollTo(reached);
        }
    }
}
