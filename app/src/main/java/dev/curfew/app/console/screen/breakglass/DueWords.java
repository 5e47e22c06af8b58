package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// How a path stands, in words.
final class DueWords {
    private static final Messages MESSAGES = Messages.of(DueWords.class);

    private DueWords() {}

    /// What is told of a path first: that it is open, that something of it is in doubt, or how its drills stand. Those
    /// that are open come first.
    record State(boolean open, boolean doubted, Due.State due) implements Comparable<State> {
        static State of(BreakGlassCase one) {
            return new State(
                    !one.open().isEmpty(), !one.doubts().isEmpty(), one.due().state());
        }

        @Override
        public int compareTo(State other) {
            return Comparator.comparing((State it) -> !it.open)
                    .thenComparing(it -> !it.doubted)
                    .thenComparing(State::due)
                    .compare(this, other);
        }
    }

    static Chip state(State state) {
        if (state.open()) {
            return Chip.of(Tone.CARE, Material2OutlinedAL.LOCK_OPEN, MESSAGES.text("due.open"));
        }
        return state.doubted() ? Chip.of(Tone.BAD, MESSAGES.text("due.doubted")) : due(state.due());
    }

    static Chip due(Due.State state) {
        String words = MESSAGES.text("due." + state);
        return switch (state) {
            case NEVER -> Chip.of(Tone.CARE, words);
            case FAILED -> Chip.of(Tone.BAD, words);
            case OVERDUE -> Chip.of(Tone.BAD, Material2OutlinedAL.HOURGLASS_EMPTY, words);
            case DRILLED -> Chip.of(Tone.GOOD, words);
        };
    }

    static String when(Due due, Instant now) {
        return MESSAGES.text("when." + due.state(), Words.relative(due.at(), now));
    }

    static Chip envelope(SealState state) {
        String words = MESSAGES.text("envelope." + state);
        return state == SealState.INTACT
                ? Chip.of(Tone.GOOD, Material2OutlinedAL.LOCK, words)
                : Chip.of(Tone.BAD, words);
    }

    static Chip stage(StageResult stage) {
        String words = stage.isFine()
                ? MESSAGES.text("stage.took", stage.stage().words(), took(stage.took()))
                : MESSAGES.text("stage", stage.stage().words(), stage.verdict().words());
        return switch (stage.verdict()) {
            case PASSED -> Chip.of(Tone.GOOD, words);
            case CARE -> Chip.of(Tone.CARE, words);
            case FAILED -> Chip.of(Tone.BAD, words);
            case NOT_DONE -> Chip.of(Tone.PLAIN, Material2OutlinedMZ.REMOVE, words);
        };
    }

    static String trend(Trend trend) {
        if (trend.drills() == 0) {
            return MESSAGES.text("trend.none");
        }
        String counted = MESSAGES.text("trend", trend.passed(), trend.drills());
        String usually = trend.usual()
                .map(usual -> MESSAGES.text("trend.usual", counted, took(usual)))
                .orElse(counted);
        return trend.slower()
                .map(newest -> MESSAGES.text("trend.slower", usually, took(newest)))
                .orElse(usually);
    }

    static String took(Duration duration) {
        if (duration.toMillis() == 0) {
            return MESSAGES.text("millis.none");
        }
        return duration.toMillis() < 10_000
                ? MESSAGES.text("millis", String.valueOf(duration.toMillis()))
                : Words.length(duration);
    }
}
