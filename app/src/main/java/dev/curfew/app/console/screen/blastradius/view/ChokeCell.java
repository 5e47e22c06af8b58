package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.graph.query.Choke;
import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.ActionButton;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.app.console.component.text.ReachWords;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// A step without which less is reached, and how much less.
final class ChokeCell extends ListCell<Choke> {

    private static final Messages MESSAGES = Messages.of(ChokeCell.class);

    private final Supplier<Optional<Answer>> answer;
    private final Consumer<Choke> compare;

    /// @param compare shows what it would be without a step
    ChokeCell(Supplier<Optional<Answer>> answer, Consumer<Choke> compare) {
        this.answer = answer;
        this.compare = compare;
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
        setGraphic(new TwoLines(lost, step, step, List.of(without(choke))));
        setPrefWidth(0);
        setAccessibleText(step + ". " + lost);
    }

    private ActionButton without(Choke choke) {
        Action action = Action.of(
                MESSAGES.text("choke.compare"), Material2OutlinedAL.COMPARE_ARROWS, () -> compare.accept(choke));
        ActionButton button = ActionButton.iconOnly(action);
        button.setFocusTraversable(false);
        return button;
    }
}
