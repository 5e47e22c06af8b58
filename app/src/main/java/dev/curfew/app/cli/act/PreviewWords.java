package dev.curfew.app.cli.act;

import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A plan's preview as sentences: what ends, what does not, who could make a new one.
public final class PreviewWords {
    private static final Messages MESSAGES = Messages.of(PreviewWords.class);

    private PreviewWords() {}

    public static List<String> of(RevocationPlan plan) {
        return of(plan.preview());
    }

    public static List<String> of(Map<String, Object> preview) {
        List<String> sentences = new ArrayList<>();
        if (preview.get("credentials") instanceof List<?> credentials) {
            for (Object credential : credentials) {
                if (credential instanceof Map<?, ?> fields) {
                    describe(sentences, fields);
                }
            }
        }
        if (preview.get("unread") instanceof List<?> unread && !unread.isEmpty()) {
            sentences.add(MESSAGES.text("preview.unread", joined(unread)));
        }
        return sentences;
    }

    private static void describe(List<String> sentences, Map<?, ?> preview) {
        sentences.add(MESSAGES.text(
                "preview.reach",
                text(preview, "credential"),
                number(preview.get("reachBefore"), "reached"),
                number(preview.get("reachAfter"), "reached"),
                number(preview.get("reachBefore"), "high"),
                isAdministrator(preview.get("reachBefore")) ? 1 : 0));
        add(sentences, "preview.end-too", preview, "endToo");
        add(sentences, "preview.consumers", preview, "consumers");
        add(sentences, "preview.residual", preview, "residual");
        add(sentences, "preview.other-ways", preview, "otherWaysIn");
        if (!text(preview, "endsMinted").isEmpty()) {
            sentences.add(MESSAGES.text("preview.ends-minted", text(preview, "endsMinted")));
        }
        if (!text(preview, "staysAlive").isEmpty()) {
            sentences.add(MESSAGES.text("preview.stays-alive", text(preview, "staysAlive")));
        }
        add(sentences, "preview.makers", preview, "makers");
        if (!text(preview, "mintReason").isEmpty()) {
            sentences.add(MESSAGES.text("preview.mint." + text(preview, "mint"), text(preview, "mintReason")));
        }
    }

    private static void add(List<String> sentences, String key, Map<?, ?> preview, String field) {
        if (preview.get(field) instanceof List<?> names && !names.isEmpty()) {
            sentences.add(MESSAGES.text(key, number(preview, field + "Count"), joined(names)));
        }
    }

    private static String joined(List<?> names) {
        return String.join(", ", names.stream().map(String::valueOf).toList());
    }

    private static String text(Map<?, ?> fields, String name) {
        return Objects.toString(fields.get(name), "");
    }

    private static boolean isAdministrator(@Nullable Object fields) {
        return fields instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("administrator"));
    }

    private static long number(@Nullable Object fields, String name) {
        return fields instanceof Map<?, ?> map && map.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
