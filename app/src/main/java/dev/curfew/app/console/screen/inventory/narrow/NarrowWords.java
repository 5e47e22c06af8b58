package dev.curfew.app.console.screen.inventory.narrow;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.narrowing.Narrowing;

/// Narrowings in words.
final class NarrowWords {
    private static final Messages MESSAGES = Messages.of(NarrowWords.class);

    private NarrowWords() {}

    /// Why nothing is written on the record as it is.
    static String tooShort(Proposal proposal) {
        return proposal.plan()
                .use()
                .from()
                .map(from -> MESSAGES.text("short", Words.moment(from)))
                .orElseGet(() -> MESSAGES.text("short.nothing"));
    }

    static Chip stage(Narrowing narrowing) {
        String words = MESSAGES.text(
                "stage." + narrowing.stage(), narrowing.due().map(Words::moment).orElse(""));
        return switch (narrowing.stage()) {
            case NOTICED -> Chip.of(Tone.NOTE, words);
            case APPLYING, RETURNING -> Chip.of(Tone.CARE, words);
            case APPLIED -> Chip.of(Tone.GOOD, words);
            case ABANDONED, RETURNED -> Chip.of(Tone.PLAIN, words);
        };
    }

    /// Who decided on it last, and when.
    static String by(Narrowing narrowing) {
        return MESSAGES.text("by", narrowing.officer(), Words.moment(narrowing.at()), narrowing.id());
    }

    /// Empty where there is no way back any more.
    static String undo(Narrowing narrowing) {
        return switch (narrowing.stage()) {
            case NOTICED -> MESSAGES.text("withdraw");
            case APPLYING, APPLIED, RETURNING -> MESSAGES.text("undo");
            case ABANDONED, RETURNED -> "";
        };
    }
}
