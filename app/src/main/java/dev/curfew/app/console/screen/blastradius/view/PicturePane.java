package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.action.Availability;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.drawing.pane.GraphPane;
import dev.curfew.app.console.screen.blastradius.model.BlastRadiusViewModel;
import dev.curfew.app.console.work.Content;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// The answer as a drawing or as a tree.
public final class PicturePane extends VBox {

    private static final Messages MESSAGES = Messages.of(PicturePane.class);

    private final BlastRadiusViewModel model;
    private final GraphPane graph;
    private final FoundTree tree;
    private final StackPane place = new StackPane();
    private final ObjectProperty<Boolean> asDrawing = new SimpleObjectProperty<>(true);
    private final Legend legend = new Legend();

    public PicturePane(BlastRadiusViewModel model) {
        this.model = model;
        getStyleClass().add("pane");
        graph = new GraphPane(new Hands());
        graph.setId("reach-graph");
        tree = new FoundTree(model::choose);
        graph.visibleProperty().bind(asDrawing);
        legend.visibleProperty().bind(asDrawing);
        tree.visibleProperty().bind(asDrawing.map(it -> !it));
        place.getStyleClass().add("picture-place");
        place.setMinWidth(0);
        place.getChildren().addAll(graph, tree);
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(toolbar(), place);
        model.drawn().subscribe(this::show);
        model.chosen().subscribe(this::light);
    }

    private HBox toolbar() {
        Pills<Boolean> either =
                new Pills<>(List.of(true, false), it -> MESSAGES.text(it ? "as.drawing" : "as.tree"), asDrawing);
        HBox.setHgrow(legend, Priority.ALWAYS);
        legend.setMinWidth(0);
        Action fold = Action.of(MESSAGES.text("fold.again"), Material2OutlinedMZ.UNFOLD_LESS, model::closeAll)
                .when(model.drawn().map(_ -> Availability.unless(!model.isUnfolded(), MESSAGES.text("fold.none"))));
        HBox bar = new HBox(
                either,
                legend,
                ActionButton.iconOnly(fold),
                ActionButton.iconOnly(
                        Action.of(MESSAGES.text("zoom.out"), Material2OutlinedMZ.ZOOM_OUT, graph::zoomOut)),
                ActionButton.iconOnly(Action.of(MESSAGES.text("zoom.in"), Material2OutlinedMZ.ZOOM_IN, graph::zoomIn)),
                ActionButton.iconOnly(
                        Action.of(MESSAGES.text("zoom.fit"), Material2OutlinedAL.FULLSCREEN, graph::fit)));
        bar.getStyleClass().add("toolbar");
        for (javafx.scene.Node node : bar.getChildren()) {
            if (node instanceof ActionButton button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        return bar;
    }

    public GraphPane graph() {
        return graph;
    }

    public void show(Answer answer) {
        tree.show(answer);
        legend.show(answer);
    }

    private void show(Content<BlastRadiusViewModel.Drawn> content) {
        switch (content) {
            case Content.Loading<?> _ ->
                place.getChildren().setAll(Placeholder.busy(MESSAGES.text("drawing.busy")), tree);
            case Content.Failed<?>(var failure) ->
                place.getChildren()
                        .setAll(Placeholder.failed(MESSAGES.text("drawing.failed"), failure.sentence()), tree);
            case Content.Ready<BlastRadiusViewModel.Drawn>(var drawn) -> {
                place.getChildren().setAll(graph, tree);
                if (drawn.refolded()) {
                    graph.refold(drawn.drawing());
                } else {
                    graph.show(drawn.drawing());
                }
                light(model.chosen().get());
            }
        }
    }

    private void light(Optional<Chosen> chosen) {
        Set<EntityId> onPath = new HashSet<>();
        Set<Hop> hops = new HashSet<>();
        chosen.ifPresent(it -> it.path().forEach(hop -> {
            hops.add(hop);
            onPath.add(hop.from());
            onPath.add(hop.to());
        }));
        graph.light(graph.keys(onPath), hops, chosen.flatMap(Chosen::step));
    }

    /// What a person does in the drawing.
    private final class Hands implements GraphPane.Listener {
        @Override
        public void chosen(SketchNode node) {
            model.through(node.members()).map(Chosen::of).ifPresent(model::choose);
        }

        @Override
        public void chosen(SketchEdge edge) {
            edge.hops().stream()
                    .flatMap(hop -> model.by(hop).stream())
                    .findFirst()
                    .ifPresent(model::choose);
        }

        @Override
        public void open(SketchNode fold) {
            if (model.isFull()) {
                model.through(fold.members()).map(Chosen::of).ifPresent(model::choose);
            } else {
                model.open(fold.key());
            }
        }

        @Override
        public void close(String fold) {
            model.close(fold);
        }
    }
}
