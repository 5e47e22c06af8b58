package dev.curfew.app.console.screen.inventory.timebox;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.timebox.Boxed;

/// Time-boxes in words.
final class BoxWords {
    private static final Messages MESSAGES = Messages.of(BoxWords.class);

    private BoxWords() {}

    static String enforced(Enforcement enforcement) {
        return MESSAGES.text(enforcement.byTarget() ? "enforced.target" : "enforced.weak", enforcement.by());
    }

    static Chip stage(Boxed boxed) {
        String words =
                MESSAGES.text("stage." + boxed.stage(), Words.moment(boxed.box().until()));
        return switch (boxed.stage()) {
            case BEGUN -> Chip.of(Tone.NOTE, words);
            case BEGINNING, ENDING, LIFTING -> Chip.of(Tone.CARE, words);
            case ENDED -> Chip.of(Tone.GOOD, words);
            case ABANDONED, LIFTED -> Chip.of(Tone.PLAIN, words);
        };
    }

    /// Empty where there is no way back any more.
    static String undo(Boxed boxed) {
        return boxed.stage().isOpen() ? MESSAGES.text("undo") : "";
    }

    /// Who decided on it last, and when.
    static String by(Boxed boxed) {
        return MESSAGES.text("by", boxed.officer(), Words.moment(boxed.at()), boxed.id());
    }
}
