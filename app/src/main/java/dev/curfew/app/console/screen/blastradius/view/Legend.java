package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/// What the drawing's patterns and signs mean: only those that are in it.
final class Legend extends Label {

    private static final Messages MESSAGES = Messages.of(Legend.class);

    Legend() {
        getStyleClass().addAll("muted", "legend");
        setMaxWidth(Double.MAX_VALUE);
    }

    void show(Answer answer) {
        List<String> parts = new ArrayList<>();
        if (answer.count(Certainty.CERTAIN) < answer.found().size()) {
            for (Certainty certainty : Certainty.values()) {
                if (answer.count(certainty) > 0) {
                    parts.add(MESSAGES.text("legend." + certainty, ReachWords.certainty(certainty)));
                }
            }
        }
        if (answer.question().isComparison()) {
            parts.add(MESSAGES.text("legend.LOST", AnswerWords.fate(Fate.LOST)));
            parts.add(MESSAGES.text("legend.GAINED", AnswerWords.fate(Fate.GAINED)));
        }
        setText(String.join("   ", parts));
    }
}
