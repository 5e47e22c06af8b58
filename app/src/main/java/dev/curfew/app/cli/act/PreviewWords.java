package dev.curfew.app.cli.act;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.plan.Told;
import dev.curfew.revocation.plan.Told.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A plan's preview as sentences: what ends, what does not, who could make a new one.
public final class PreviewWords {
    private static final Messages MESSAGES = Messages.of(PreviewWords.class);
    private static final Counts NOTHING = new Counts(0, 0, false);

    private PreviewWords() {}

    /// @param now from when it counts, if it is done at once
    public static List<String> of(RevocationPlan plan, Instant now) {
        return of(plan.preview(), now);
    }

    /// As [#of(RevocationPlan, Instant)], of a preview without a plan.
    public static List<String> of(Map<String, Object> preview, Instant now) {
        List<String> sentences = new ArrayList<>();
        Told.of(preview).forEach(one -> describe(sentences, one, now));
        List<String> unread = Told.unread(preview);
        if (!unread.isEmpty()) {
            sentences.add(MESSAGES.text("preview.unread", String.join(", ", unread)));
        }
        return sentences;
    }

    private static void describe(List<String> sentences, Told told, Instant now) {
        Counts before = told.reach("reachBefore").orElse(NOTHING);
        sentences.add(MESSAGES.text(
                "preview.reach",
                told.credential(),
                before.reached(),
                told.reach("reachAfter").orElse(NOTHING).reached(),
                before.high(),
                before.administrator() ? 1 : 0));
        sentences.add(refused(told, now));
        add(sentences, "preview.end-too", told, "endToo");
        add(sentences, "preview.consumers", told, "consumers");
        add(sentences, "preview.logged-in", told, "loggedIn");
        add(sentences, "preview.becomes", told, "becomes");
        add(sentences, "preview.granted", told, "granted");
        add(sentences, "preview.granted-ends", told, "grantedEnds");
        add(sentences, "preview.residual", told, "residual");
        add(sentences, "preview.other-ways", told, "otherWaysIn");
        if (!told.text("endsMinted").isEmpty()) {
            sentences.add(MESSAGES.text("preview.ends-minted", told.text("endsMinted")));
        }
        if (!told.text("staysAlive").isEmpty()) {
            sentences.add(alive(told, now));
        }
        add(sentences, "preview.makers", told, "makers");
        if (!told.text("mintReason").isEmpty()) {
            sentences.add(MESSAGES.text("preview.mint." + told.text("mint"), told.text("mintReason")));
        }
    }

    private static String refused(Told told, Instant now) {
        long seconds = told.number("refusedWithinSeconds");
        return seconds < 0
                ? MESSAGES.text("preview.refused.unknown", told.credential())
                : MESSAGES.text("preview.refused", told.credential(), length(seconds), by(now, seconds));
    }

    private static String alive(Told told, Instant now) {
        long seconds = told.number("staysAliveAtMostSeconds");
        return seconds <= 0
                ? MESSAGES.text("preview.stays-alive", told.text("staysAlive"), seconds)
                : MESSAGES.text("preview.stays-until", told.text("staysAlive"), length(seconds), by(now, seconds));
    }

    private static String by(Instant now, long seconds) {
        return ModelWords.time(now.plusSeconds(seconds));
    }

    private static String length(long seconds) {
        Duration length = Duration.ofSeconds(seconds);
        if (length.toHours() > 0) {
            return MESSAGES.text("length.hours", length.toHours(), length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? MESSAGES.text("length.minutes", length.toMinutes(), length.toSecondsPart())
                : MESSAGES.text("length.seconds", seconds);
    }

    private static void add(List<String> sentences, String key, Told told, String field) {
        List<String> names = told.names(field);
        if (!names.isEmpty()) {
            sentences.add(MESSAGES.text(key, told.count(field), String.join(", ", names)));
        }
    }
}
