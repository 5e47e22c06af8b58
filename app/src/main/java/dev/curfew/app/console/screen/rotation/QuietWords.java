package dev.curfew.app.console.screen.rotation;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.Look;
import java.time.Duration;
import java.time.Instant;

/// Whether an old credential went quiet, as it was last looked at.
final class QuietWords {
    private static final Messages MESSAGES = Messages.of(QuietWords.class);

    /// What a cut asks for unless somebody chooses otherwise; the command line's default too.
    static final Duration USUAL = Duration.ofDays(1);

    private QuietWords() {}

    static Chip chip(Look look, Instant now) {
        return switch (look.quiet(USUAL, now)) {
            case QUIET -> Chip.of(Tone.GOOD, MESSAGES.text("quiet.QUIET", Words.length(USUAL)));
            case NOT_YET ->
                Chip.of(Tone.CARE, MESSAGES.text("quiet.NOT_YET", Words.countdown(Duration.between(now, due(look)))));
            case UNKNOWN -> Chip.of(Tone.UNKNOWN, MESSAGES.text("quiet.UNKNOWN"));
        };
    }

    static String sentence(Look look, Instant now) {
        String used = MESSAGES.text("used", Words.usage(look.usage(), now));
        return look.gaps().isEmpty() ? used : MESSAGES.text("used.since", used, String.join("; ", look.gaps()));
    }

    /// When it can be cut if it is not used again; what the source's record lags is waited for.
    private static Instant due(Look look) {
        return switch (look.usage()) {
            case Usage.Seen(Instant at, String _, var quality) ->
                (at.isAfter(look.handedAt()) ? at : look.handedAt()).plus(USUAL).plus(quality.lagMax());
            case Usage.NoneSeen(var quality) -> look.handedAt().plus(USUAL).plus(quality.lagMax());
            case Usage.NotObserved _ -> look.handedAt();
        };
    }
}
