package dev.curfew.app.console.component.state;

import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.Messages;

/// How well something was read, as a chip and in words.
public final class Coverages {

    private static final Messages MESSAGES = Messages.of(Coverages.class);

    private Coverages() {}

    public static Chip chip(CoverageState state) {
        return Chip.of(tone(state), words(state));
    }

    public static String words(CoverageState state) {
        return MESSAGES.text("coverage." + state.name());
    }

    private static Tone tone(CoverageState state) {
        return switch (state) {
            case READ -> Tone.GOOD;
            case PARTIAL, THROTTLED, SKIPPED -> Tone.CARE;
            case REFUSED, FAILED -> Tone.BAD;
        };
    }
}
