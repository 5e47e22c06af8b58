package dev.curfew.app.console.screen.blastradius.path;

import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.model.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What somebody could no longer do.
public final class LostSteps extends ScrollPane {
    private static final Messages MESSAGES = Messages.of(LostSteps.class);

    /// Nobody reads on.
    private static final int STEPS_MAX = 100;

    public LostSteps(Answer answer, Consumer consumer) {
        getStyleClass().addAll("hop-panel", "edge-to-edge");
        setFitToWidth(true);
        setFocusTraversable(false);
        setMinHeight(0);
        VBox box = new VBox();
        box.getStyleClass().add("hops");
        setContent(box);
        Label title = line(
                MESSAGES.text("breaks.title", consumer.name(), consumer.lost().size()));
        title.getStyleClass().add("section-title");
        box.getChildren().add(title);
        consumer.lost().stream()
                .limit(STEPS_MAX)
                .map(edge -> line(words(answer, edge)))
                .forEach(box.getChildren()::add);
        if (consumer.lost().size() > STEPS_MAX) {
            Label more = line(MESSAGES.text("breaks.more", consumer.lost().size() - STEPS_MAX));
            more.getStyleClass().add("muted");
            box.getChildren().add(more);
        }
    }

    private static String words(Answer answer, Edge edge) {
        String to = Names.of(answer.index(), edge.to());
        String verb = ReachWords.verb(edge.label().kind());
        String actions = edge.label().actions();
        return actions.isEmpty()
                ? MESSAGES.text("breaks.step", verb, to)
                : MESSAGES.text("breaks.step.by", verb, to, actions);
    }

    private static Label line(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
