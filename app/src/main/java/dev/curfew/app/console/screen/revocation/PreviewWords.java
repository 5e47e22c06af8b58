package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.plan.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A plan's preview of one credential in words.
final class PreviewWords {

    private static final Messages MESSAGES = Messages.of(PreviewWords.class);

    private final Told told;
    private final List<String> unread;

    private PreviewWords(Told told, List<String> unread) {
        this.told = told;
        this.unread = unread;
    }

    static Optional<PreviewWords> of(RevocationPlan plan, CredentialId credential) {
        return Told.of(plan).stream()
                .filter(one -> one.credential().equals(credential.text()))
                .map(one -> new PreviewWords(one, Told.unread(plan.preview())))
                .findFirst();
    }

    String kind() {
        return Words.kind(told.text("kind"));
    }

    String holder() {
        return told.text("holder");
    }

    /// What breaks, what reach remains, who could make a new one: one sentence each.
    List<String> sentences() {
        List<String> lines = new ArrayList<>();
        lines.add(MESSAGES.text("preview.reach", reach("reachBefore"), reach("reachAfter")));
        add(lines, "preview.ends", "endToo");
        add(lines, "preview.breaks", "consumers");
        if (!told.text("endsMinted").isBlank()) {
            lines.add(MESSAGES.text("preview.minted", told.text("endsMinted")));
        }
        lines.add(MESSAGES.text("preview.alive", told.text("staysAlive"), atMost()));
        add(lines, "preview.residual", "residual");
        add(lines, "preview.ways", "otherWaysIn");
        add(lines, "preview.makers", "makers");
        if (!told.text("mint").equals("CANNOT") && !told.text("mint").isEmpty()) {
            lines.add(MESSAGES.text("preview.mint", told.text("mintReason")));
        }
        if (!unread.isEmpty()) {
            lines.add(MESSAGES.text("preview.unread", String.join(", ", unread)));
        }
        return lines;
    }

    /// Whether the identity has another way to act, which is told apart from the credential being refused.
    Chip contained() {
        if (holder().isEmpty()) {
            return Chip.of(Tone.PLAIN, MESSAGES.text("contained.nobody"));
        }
        if (told.count("residual") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.residual", told.count("residual")));
        }
        if (told.count("otherWaysIn") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.ways", told.count("otherWaysIn")));
        }
        if (told.count("makers") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.makers", told.count("makers")));
        }
        return unread.isEmpty()
                ? Chip.of(Tone.GOOD, MESSAGES.text("contained"))
                : Chip.of(Tone.UNKNOWN, MESSAGES.text("contained.unknown"));
    }

    private String reach(String when) {
        return told.reach(when).map(PreviewWords::words).orElseGet(() -> MESSAGES.text("reach.unknown"));
    }

    private static String words(Told.Counts reach) {
        String words = MESSAGES.text("reach", reach.reached(), reach.high());
        return reach.administrator() ? MESSAGES.text("reach.administrator", words) : words;
    }

    private String atMost() {
        long seconds = told.number("staysAliveAtMostSeconds");
        return seconds <= 0 ? "" : MESSAGES.text("preview.at.most", Words.length(Duration.ofSeconds(seconds)));
    }

    private void add(List<String> lines, String key, String field) {
        if (told.count(field) > 0) {
            lines.add(MESSAGES.text(key, told.count(field), String.join(", ", told.names(field))));
        }
    }
}
