package dev.curfew.app.console.screen.breakglass;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.inventory.timeline.DeedWords;
import dev.curfew.app.usecase.breakglass.status.UseStatus;
import dev.curfew.app.usecase.notice.Hearer;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;

/// Uses of a path in words: how long still, who knows, what was done.
final class UseWords {
    private static final Messages MESSAGES = Messages.of(UseWords.class);

    private UseWords() {}

    /// Until the end of a use that is open, then until its review has to be done.
    static String left(PathUse use, Instant now) {
        Instant at =
                use.endsBy().filter(end -> use.isOpen() && now.isBefore(end)).orElse(use.reviewBy());
        return now.isBefore(at)
                ? Words.countdown(Duration.between(now, at))
                : MESSAGES.text("left.over", Words.length(Duration.between(at, now)));
    }

    /// What is counted down to.
    static String leftTo(PathUse use, Instant now) {
        if (!use.isOpen()) {
            return MESSAGES.text("left.review", Words.moment(use.reviewBy()));
        }
        return use.endsBy()
                .map(at -> now.isBefore(at)
                        ? MESSAGES.text("left.end", Words.clock(at), Words.moment(use.reviewBy()))
                        : MESSAGES.text("left.ended", Words.moment(at), Words.moment(use.reviewBy())))
                .orElseGet(() -> MESSAGES.text("left.endless", Words.moment(use.reviewBy())));
    }

    /// What the policies said of it; empty where they were not asked.
    static String said(PathUse use) {
        return use.said().words().isEmpty()
                ? ""
                : MESSAGES.text("use.said", use.said().words());
    }

    /// Whose use it is.
    static String by(PathUse use) {
        return use.approver()
                .map(approver ->
                        MESSAGES.text("use.approved", use.officer(), String.join(", ", use.openedBy()), approver))
                .orElseGet(() -> MESSAGES.text("use.emergency", use.officer(), String.join(", ", use.openedBy())));
    }

    static Chip hearer(Hearer hearer) {
        String words = MESSAGES.text("told." + hearer.reach(), hearer.officer(), String.join(", ", hearer.carriers()));
        return switch (hearer.reach()) {
            case TOLD -> Chip.sentence(Tone.GOOD, words);
            case WAITING -> Chip.sentence(Tone.CARE, words);
            case NOBODY_TELLS -> Chip.sentence(Tone.UNKNOWN, words);
        };
    }

    static String did(UseStatus.Done done) {
        return DeedWords.did(done.kind(), done.target(), done.succeeded());
    }

    /// When, how often, and from where.
    static String more(UseStatus.Done done) {
        String at = Words.clock(done.at());
        String often = done.times() > 1 ? MESSAGES.text("deed.often", at, done.times()) : at;
        return done.from().isEmpty() ? often : MESSAGES.text("deed.from", often, done.from());
    }
}
