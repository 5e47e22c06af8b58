package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.sketch.Direction;
import dev.curfew.app.console.component.form.Pills;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.model.BlastRadiusViewModel;
import dev.curfew.model.text.Messages;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Who is looked at, in a sentence, and from which side.
public final class Headline extends HBox {

    private static final Messages MESSAGES = Messages.of(Headline.class);

    private final HBox sentence = new HBox();
    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.FORWARD);
    private final Pills<Direction> sides =
            new Pills<>(List.of(Direction.FORWARD, Direction.BACKWARD), it -> MESSAGES.text("side." + it), direction);
    private boolean showing;

    public Headline(BlastRadiusViewModel model) {
        getStyleClass().add("headline");
        setAlignment(Pos.CENTER_LEFT);
        sentence.getStyleClass().add("headline");
        sentence.setAlignment(Pos.CENTER_LEFT);
        sentence.setMinWidth(0);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sides.setMinWidth(Region.USE_PREF_SIZE);
        sides.setId("reach-sides");
        getChildren().addAll(sentence, sides);
        direction.subscribe((_, wanted) -> {
            if (!showing) {
                model.look(wanted);
            }
        });
    }

    public void show(Answer answer) {
        showing = true;
        direction.set(answer.question().direction());
        showing = false;
        boolean bothWays = !answer.question().subject().isPolicy();
        sides.setVisible(bothWays);
        Label name = new Label(answer.question().subject().name());
        name.getStyleClass().add("subject");
        Label summary = new Label(AnswerWords.summary(answer));
        summary.getStyleClass().add("muted");
        sentence.getChildren().setAll(name);
        name.setMinWidth(0);
        switch (answer.administrator()) {
            case NOW -> sentence.getChildren().add(Fates.fixed(Chip.of(Tone.BAD, MESSAGES.text("administrator"))));
            case PLANNED ->
                sentence.getChildren().add(Fates.fixed(Chip.of(Tone.CARE, MESSAGES.text("administrator.planned"))));
            case NEVER -> {}
        }
        summary.setMinWidth(0);
        summary.setTooltip(new Tooltip(summary.getText()));
        sentence.getChildren().add(summary);
    }
}
