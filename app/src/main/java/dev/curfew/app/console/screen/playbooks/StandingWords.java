package dev.curfew.app.console.screen.playbooks;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.usecase.playbook.PlaybookCase;
import dev.curfew.app.usecase.playbook.PlaybookWords;
import dev.curfew.governance.playbook.SignedPlaybook;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.playbook.PlaybookRun;
import java.time.Instant;
import java.util.List;

/// Where a playbook stands, and what became of what it did.
final class StandingWords {
    private static final Messages MESSAGES = Messages.of(StandingWords.class);

    private StandingWords() {}

    static Chip chip(SignedPlaybook signed) {
        return Chip.of(tone(signed.standing()), PlaybookWords.standing(signed.standing()));
    }

    private static Tone tone(SignedPlaybook.Standing standing) {
        return switch (standing) {
            case WAITING -> Tone.CARE;
            case IN_FORCE -> Tone.GOOD;
            case REPLACED, EXPIRED, WITHDRAWN -> Tone.PLAIN;
            case VOID -> Tone.BAD;
        };
    }

    /// Whether somebody still has to look at what it did.
    static Chip runs(PlaybookEntry one, Instant now) {
        long waiting = one.waitingRuns();
        if (waiting == 0) {
            return Chip.of(Tone.PLAIN, MESSAGES.text("runs", one.runs().size()));
        }
        return Chip.of(
                one.isOverdue(now) ? Tone.BAD : Tone.CARE,
                MESSAGES.text(
                        one.isOverdue(now) ? "runs.overdue" : "runs.waiting",
                        one.runs().size(),
                        waiting));
    }

    static Chip review(PlaybookRun run, Instant now) {
        return run.review()
                .map(review -> Chip.of(
                        review.right() ? Tone.GOOD : Tone.BAD,
                        MESSAGES.text(review.right() ? "review.right" : "review.wrong", review.officer())))
                .orElseGet(() -> Chip.of(
                        run.isOverdue(now) ? Tone.BAD : Tone.CARE,
                        MESSAGES.text(
                                run.isOverdue(now) ? "review.overdue" : "review.until", Words.moment(run.reviewBy()))));
    }

    static String done(PlaybookCase one) {
        return MESSAGES.text("done.of", one.acted(), one.plan().plan().steps().size());
    }

    static String summary(List<PlaybookEntry> all) {
        long force = all.stream().filter(it -> it.signed().isInForce()).count();
        long waiting = all.stream().mapToLong(PlaybookEntry::waitingRuns).sum();
        return MESSAGES.text("summary", all.size(), force, waiting);
    }
}
