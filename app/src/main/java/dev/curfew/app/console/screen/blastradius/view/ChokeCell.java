package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A step without which less is reached, and how much less.
final class ChokeCell extends ListCell<Choke> {

    private static final Messages MESSAGES = Messages.of(ChokeCell.class);

    private final Supplier<Optional<Answer>> answer;

    ChokeCell(Supplier<Optional<Answer>> answer) {
        this.answer = answer;
    }

    @Override
    protected void updateItem(@Nullable Choke choke, boolean empty) {
        super.updateItem(choke, empty);
        if (empty || choke == null || answer.get().isEmpty()) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Answer now = answer.get().get();
        String step = MESSAGES.text(
                "choke.step",
                Names.of(now.index(), choke.step().from()),
                ReachWords.verb(choke.step().label().kind()),
                Names.of(now.index(), choke.step().to()));
        String lost = MESSAGES.text(
                "choke.lost." + now.question().direction(),
                choke.lost(),
                now.found().size());
        setGraphic(new TwoLines(lost, step, step, List.of()));
        setPrefWidth(0);
        setAccessibleText(step + ". " + lost);
    }
}
