package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.sketch.Direction;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.answer.Found;
import dev.curfew.app.console.screen.blastradius.answer.Question;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// Something that can be reached, or somebody who reaches: how, what, how far, how sure, what becomes of it.
final class FoundCell extends ListCell<Found> {

    private static final Messages MESSAGES = Messages.of(FoundCell.class);

    private final Supplier<Question> question;

    FoundCell(Supplier<Question> question) {
        this.question = question;
    }

    @Override
    protected void updateItem(@Nullable Found found, boolean empty) {
        super.updateItem(found, empty);
        if (empty || found == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Direction direction = question.get().direction();
        String title = AnswerWords.title(found, direction);
        String below = below(found, direction);
        setGraphic(new TwoLines(title, below, found.id().text(), chips(found)));
        setPrefWidth(0);
        setAccessibleText(accessible(found, title, below));
    }

    private static String below(Found found, Direction direction) {
        String kind = found.kind().isEmpty() ? MESSAGES.text("kind.unread") : Words.kind(found.kind());
        return switch (direction) {
            case FORWARD -> MESSAGES.text("cell.what", kind, AnswerWords.steps(found));
            case BACKWARD -> MESSAGES.text("cell.who", AnswerWords.deed(found), kind, AnswerWords.steps(found));
        };
    }

    private List<Node> chips(Found found) {
        List<Node> chips = new ArrayList<>();
        if (found.sensitivity() == Sensitivity.HIGH) {
            chips.add(Fates.fixed(Chip.of(Tone.BAD, MESSAGES.text("sensitive"))));
        }
        Fates.chip(found.certainty()).ifPresent(chips::add);
        if (question.get().isComparison()) {
            chips.add(Fates.chip(found.fate()));
        }
        return chips;
    }

    private String accessible(Found found, String title, String below) {
        List<String> parts = new ArrayList<>(List.of(title, below));
        if (found.sensitivity() == Sensitivity.HIGH) {
            parts.add(MESSAGES.text("sensitive"));
        }
        if (found.certainty() != Certainty.CERTAIN) {
            parts.add(ReachWords.certainty(found.certainty()));
        }
        if (question.get().isComparison()) {
            parts.add(AnswerWords.fate(found.fate()));
        }
        return String.join(". ", parts);
    }
}
