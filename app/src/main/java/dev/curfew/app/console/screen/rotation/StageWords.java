package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.Rotation;
import dev.curfew.revocation.rotation.Stage;
import java.util.List;

/// How far a rotation came, and what may follow.
final class StageWords {
    private static final Messages MESSAGES = Messages.of(StageWords.class);

    private StageWords() {}

    static Chip chip(Stage stage) {
        return Chip.of(tone(stage), MESSAGES.text("stage." + stage));
    }

    /// What was entered before it was done, and still stands so, was cut off.
    private static Tone tone(Stage stage) {
        return switch (stage) {
            case HANDED -> Tone.NOTE;
            case CUT -> Tone.CARE;
            case MAKING, MADE, HANDING, CUTTING, RETURNING, ENDING, DISCARDING -> Tone.UNKNOWN;
            case ENDED -> Tone.GOOD;
            case DISCARDED -> Tone.PLAIN;
        };
    }

    /// What works now, which way back there is, and what comes next.
    static String next(Stage stage) {
        return MESSAGES.text("next." + stage);
    }

    static String summary(List<Rotation> all) {
        long running = all.stream().filter(it -> !it.stage().isOver()).count();
        return MESSAGES.text("summary", all.size(), running);
    }

    static boolean mayLook(Rotation one) {
        return one.stage() == Stage.HANDED || one.stage() == Stage.CUT;
    }

    static boolean mayCut(Rotation one) {
        return switch (one.stage()) {
            case HANDED, CUTTING, RETURNING -> true;
            case MAKING, MADE, HANDING, CUT, ENDING, ENDED, DISCARDING, DISCARDED -> false;
        };
    }

    static boolean mayFinish(Rotation one) {
        return one.stage() == Stage.CUT || one.stage() == Stage.ENDING;
    }

    static boolean mayGoBack(Rotation one) {
        return switch (one.stage()) {
            case MAKING, MADE, HANDING, HANDED, CUTTING, CUT, RETURNING, DISCARDING -> true;
            case ENDING, ENDED, DISCARDED -> false;
        };
    }

    /// Whether going back deletes the new one, and does not switch the old one on again.
    static boolean takesBack(Rotation one) {
        return switch (one.stage()) {
            case MAKING, MADE, HANDING, HANDED, DISCARDING -> true;
            case CUTTING, CUT, RETURNING, ENDING, ENDED, DISCARDED -> false;
        };
    }

    /// Whether something may stand at the source that only an officer can tell from somebody else's.
    static boolean mayHaveStrays(Rotation one) {
        return one.fresh().isEmpty() && (one.stage() == Stage.MAKING || one.stage() == Stage.DISCARDING);
    }
}
