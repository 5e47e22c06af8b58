package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.governance.issue.SourceTime;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.governance.Window;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Where a request and its window stand, in words.
final class StateWords {

    private static final Messages MESSAGES = Messages.of(StateWords.class);

    private StateWords() {}

    /// Approved for a time that has not come is scheduled.
    static Chip chip(ExceptionCase one, Instant now) {
        if (one.isOver(now)) {
            return Chip.of(Tone.BAD, MESSAGES.text("state.OVERDUE"));
        }
        return one.isScheduled(now)
                ? Chip.of(
                        Tone.NOTE,
                        Material2OutlinedAL.EVENT,
                        MESSAGES.text(
                                "state.SCHEDULED", Words.relative(one.request().startsAt(), now)))
                : chip(one.request().state());
    }

    /// "renewed 4 times, open 61 % of 90 days", where that is standing access in disguise; else empty.
    static String standing(ExceptionCase one) {
        return one.standing()
                .map(found -> MESSAGES.text("standing", found.renewals(), found.activePercent90Days()))
                .orElse("");
    }

    private static Chip chip(RequestState state) {
        String words = MESSAGES.text("state." + state);
        return switch (state) {
            case DRAFTED -> Chip.of(Tone.PLAIN, Material2OutlinedAL.EDIT, words);
            case PENDING -> Chip.of(Tone.NOTE, Material2OutlinedAL.HOURGLASS_EMPTY, words);
            case APPROVED -> Chip.of(Tone.GOOD, words);
            case ACTIVE -> Chip.of(Tone.CARE, Material2OutlinedAL.LOCK_OPEN, words);
            case DENIED -> Chip.of(Tone.PLAIN, Material2OutlinedAL.BLOCK, words);
            case WITHDRAWN -> Chip.of(Tone.PLAIN, Material2OutlinedMZ.UNDO, words);
            case TIMED_OUT -> Chip.of(Tone.PLAIN, Material2OutlinedMZ.TIMER_OFF, words);
            case ENDED -> Chip.of(Tone.PLAIN, Material2OutlinedAL.LOCK, words);
        };
    }

    /// "by OpenBao" or "by Curfew (weak)".
    static Chip enforcement(Enforcement enforcement) {
        return enforcement.byTarget()
                ? Chip.of(Tone.GOOD, MESSAGES.text("enforced.target", enforcement.by()))
                : Chip.of(Tone.CARE, Material2OutlinedMZ.WARNING, MESSAGES.text("enforced.curfew"));
    }

    /// "14:05 left", or how it ended.
    static String window(Window window, Instant now) {
        WindowEnd end = window.end();
        Instant endedAt = window.endedAt();
        if (end != null && endedAt != null) {
            return MESSAGES.text("window." + end, Words.moment(endedAt));
        }
        Duration left = Duration.between(now, window.endsAt());
        return left.isPositive()
                ? MESSAGES.text("window.left", Words.countdown(left))
                : MESSAGES.text("window.over", Words.clock(window.endsAt()));
    }

    /// By whose clock it ends, where that is worth a word: the source's is apart from ours, or not known.
    static String clock(ExceptionCase it) {
        return it.clockAhead()
                .map(ahead -> ahead.abs().compareTo(SourceTime.TOLD_FROM) <= 0
                        ? ""
                        : MESSAGES.text(ahead.isNegative() ? "clock.behind" : "clock.ahead", Words.length(ahead)))
                .orElseGet(() -> MESSAGES.text("clock.unknown"));
    }

    static String ends(ExceptionCase it, Instant now) {
        return it.window().map(window -> window(window, it.there(now))).orElse("–");
    }
}
