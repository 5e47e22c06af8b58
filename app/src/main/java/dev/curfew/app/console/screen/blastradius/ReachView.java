package dev.curfew.app.console.screen.blastradius;

import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.component.form.FilterField;
import dev.curfew.app.console.component.state.Banner;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.answer.Chosen;
import dev.curfew.app.console.screen.blastradius.compare.CompareBar;
import dev.curfew.app.console.screen.blastradius.cut.Cuts;
import dev.curfew.app.console.screen.blastradius.drawing.pane.GraphPane;
import dev.curfew.app.console.screen.blastradius.model.BlastRadiusViewModel;
import dev.curfew.app.console.screen.blastradius.path.LostSteps;
import dev.curfew.app.console.screen.blastradius.path.PathPane;
import dev.curfew.app.console.screen.blastradius.path.StepActions;
import dev.curfew.app.console.screen.blastradius.view.FoundPane;
import dev.curfew.app.console.screen.blastradius.view.Headline;
import dev.curfew.app.console.screen.blastradius.view.PicturePane;
import dev.curfew.app.console.session.Session;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An answer: what was found in a list, the same as drawing or tree, the chosen path below.
final class ReachView extends VBox {

    private static final Messages MESSAGES = Messages.of(ReachView.class);
    private static final double LIST_SHARE = 0.34;
    private static final double PICTURE_SHARE = 0.5;

    private final BlastRadiusViewModel model;
    private final Headline headline;
    private final VBox banners = new VBox();
    private final CompareBar compareBar;
    private final FoundPane found;
    private final PicturePane picture;
    private final PathPane path;
    private final SplitPane right = new SplitPane();

    /// @param add plans one more change
    ReachView(BlastRadiusViewModel model, Session session, StepActions actions, Action add) {
        this.model = model;
        getStyleClass().add("screen");
        headline = new Headline(model);
        banners.getStyleClass().add("banners");
        banners.managedProperty().bind(banners.visibleProperty());
        compareBar = new CompareBar(model, add);
        found = new FoundPane(model, session.pulse().now()::get, choke -> cut(choke, actions), this::show);
        picture = new PicturePane(model);
        path = new PathPane(model, actions);
        right.setOrientation(Orientation.VERTICAL);
        right.getItems().add(picture);
        SplitPane split = new SplitPane(found, right);
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(headline, banners, compareBar, split);
        model.chosen().subscribe(this::show);
        model.ways().subscribe(() -> show(model.chosen().get()));
    }

    FilterField filter() {
        return found.filter();
    }

    GraphPane graph() {
        return picture.graph();
    }

    void show(Answer answer) {
        headline.show(answer);
        compareBar.show(answer);
        found.show(answer);
        picture.show(answer);
        banners.getChildren().setAll(banners(answer));
        banners.setVisible(!banners.getChildren().isEmpty());
        show(model.chosen().get());
    }

    private static List<Node> banners(Answer answer) {
        List<Node> all = new java.util.ArrayList<>();
        List<Integer> unnamed = answer.question().subject().linesUnnamed();
        if (!unnamed.isEmpty()) {
            String lines = unnamed.stream().map(String::valueOf).collect(Collectors.joining(", "));
            all.add(new Banner(Tone.CARE, MESSAGES.text("unnamed", unnamed.size(), lines)));
        }
        if (!answer.unread().isEmpty()) {
            all.add(new Banner(Tone.CARE, MESSAGES.text("unread", AnswerWords.gaps(answer.unread()))));
        }
        return all;
    }

    private void show(Optional<Chosen> chosen) {
        Optional<Answer> answer = model.answer();
        if (chosen.isPresent() && answer.isPresent()) {
            open(path);
            path.show(answer.get(), chosen.get());
        } else {
            right.getItems().removeIf(item -> !item.equals(picture));
        }
    }

    /// By the narrowest cut of the step; where there is none, the step says what it is.
    private void cut(Choke choke, StepActions actions) {
        List<Hop> hops = choke.step().hops();
        model.answer()
                .flatMap(answer -> new Cuts(answer.index())
                        .of(hops, hops.size() - 1).stream().findFirst())
                .ifPresentOrElse(
                        cut -> actions.compare(cut.change()),
                        () -> model.by(hops.getLast()).ifPresent(model::choose));
    }

    private void show(Consumer consumer) {
        model.answer().ifPresent(answer -> open(new LostSteps(answer, consumer)));
    }

    private void open(Node below) {
        if (right.getItems().contains(below)) {
            return;
        }
        right.getItems().removeIf(item -> !item.equals(picture));
        right.getItems().add(below);
        right.setDividerPositions(PICTURE_SHARE);
    }
}
