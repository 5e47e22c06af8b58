package dev.curfew.app.cli.act;

import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.plan.Told;
import dev.curfew.revocation.plan.Told.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A plan's preview as sentences: what ends, what does not, who could make a new one.
public final class PreviewWords {
    private static final Messages MESSAGES = Messages.of(PreviewWords.class);
    private static final Counts NOTHING = new Counts(0, 0, false);

    private PreviewWords() {}

    public static List<String> of(RevocationPlan plan) {
        return of(plan.preview());
    }

    public static List<String> of(Map<String, Object> preview) {
        List<String> sentences = new ArrayList<>();
        Told.of(preview).forEach(one -> describe(sentences, one));
        List<String> unread = Told.unread(preview);
        if (!unread.isEmpty()) {
            sentences.add(MESSAGES.text("preview.unread", String.join(", ", unread)));
        }
        return sentences;
    }

    private static void describe(List<String> sentences, Told told) {
        Counts before = told.reach("reachBefore").orElse(NOTHING);
        sentences.add(MESSAGES.text(
                "preview.reach",
                told.credential(),
                before.reached(),
                told.reach("reachAfter").orElse(NOTHING).reached(),
                before.high(),
                before.administrator() ? 1 : 0));
        add(sentences, "preview.end-too", told, "endToo");
        add(sentences, "preview.consumers", told, "consumers");
        add(sentences, "preview.residual", told, "residual");
        add(sentences, "preview.other-ways", told, "otherWaysIn");
        if (!told.text("endsMinted").isEmpty()) {
            sentences.add(MESSAGES.text("preview.ends-minted", told.text("endsMinted")));
        }
        if (!told.text("staysAlive").isEmpty()) {
            sentences.add(MESSAGES.text("preview.stays-alive", told.text("staysAlive")));
        }
        add(sentences, "preview.makers", told, "makers");
        if (!told.text("mintReason").isEmpty()) {
            sentences.add(MESSAGES.text("preview.mint." + told.text("mint"), told.text("mintReason")));
        }
    }

    private static void add(List<String> sentences, String key, Told told, String field) {
        List<String> names = told.names(field);
        if (!names.isEmpty()) {
            sentences.add(MESSAGES.text(key, told.count(field), String.join(", ", names)));
        }
    }
}
