package dev.curfew.app.console.screen.blastradius.view;

import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// Somebody who would lose steps, and when it was last seen at work.
final class BreakCell extends ListCell<Consumer> {

    private static final Messages MESSAGES = Messages.of(BreakCell.class);

    private final Supplier<Instant> now;

    BreakCell(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    protected void updateItem(@Nullable Consumer consumer, boolean empty) {
        super.updateItem(consumer, empty);
        if (empty || consumer == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String below = MESSAGES.text(
                "breaks.cell",
                Words.usage(consumer.lastUse(), now.get()),
                consumer.lost().size());
        Chip chip = chip(consumer.lastUse());
        setGraphic(new TwoLines(consumer.name(), below, consumer.who().text(), List.of(Fates.fixed(chip))));
        setPrefWidth(0);
        setAccessibleText(consumer.name() + ". " + below + ". " + chip.getText());
    }

    private static Chip chip(Usage usage) {
        return switch (usage) {
            case Usage.Seen _ -> Chip.of(Tone.CARE, MESSAGES.text("breaks.seen"));
            case Usage.NotObserved _ -> Chip.of(Tone.UNKNOWN, MESSAGES.text("breaks.unknown"));
            case Usage.NoneSeen _ -> Chip.of(Tone.PLAIN, MESSAGES.text("breaks.none"));
        };
    }
}
