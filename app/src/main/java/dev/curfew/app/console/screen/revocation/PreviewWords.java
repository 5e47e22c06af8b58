package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan's preview of one credential in words. The preview is the JSON that was hashed and signed, so it is read here
/// by its keys.
final class PreviewWords {

    private static final Messages MESSAGES = Messages.of(PreviewWords.class);

    private final Map<?, ?> json;
    private final List<?> unread;

    private PreviewWords(Map<?, ?> json, List<?> unread) {
        this.json = json;
        this.unread = unread;
    }

    static Optional<PreviewWords> of(RevocationPlan plan, CredentialId credential) {
        return list(plan.preview().get("credentials")).stream()
                .filter(it -> it instanceof Map<?, ?> map && credential.text().equals(map.get("credential")))
                .map(it -> new PreviewWords((Map<?, ?>) it, list(plan.preview().get("unread"))))
                .findFirst();
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    String kind() {
        return Words.kind(text("kind"));
    }

    String holder() {
        return text("holder");
    }

    /// What breaks, what reach remains, who could make a new one: one sentence each.
    List<String> sentences() {
        List<String> lines = new ArrayList<>();
        lines.add(MESSAGES.text("preview.reach", reach("reachBefore"), reach("reachAfter")));
        add(lines, "preview.ends", number("endToo"), names("endToo"));
        add(lines, "preview.breaks", number("consumers"), names("consumers"));
        String minted = text("endsMinted");
        if (!minted.isBlank()) {
            lines.add(MESSAGES.text("preview.minted", minted));
        }
        lines.add(MESSAGES.text("preview.alive", text("staysAlive"), atMost()));
        add(lines, "preview.residual", number("residual"), names("residual"));
        add(lines, "preview.ways", number("otherWaysIn"), names("otherWaysIn"));
        add(lines, "preview.makers", number("makers"), names("makers"));
        String mint = text("mint");
        if (!mint.equals("CANNOT") && !mint.isEmpty()) {
            lines.add(MESSAGES.text("preview.mint", text("mintReason")));
        }
        if (!unread.isEmpty()) {
            lines.add(MESSAGES.text("preview.unread", join(unread)));
        }
        return lines;
    }

    /// Whether the identity has another way to act, which is told apart from the credential being refused.
    Chip contained() {
        if (holder().isEmpty()) {
            return Chip.of(Tone.PLAIN, MESSAGES.text("contained.nobody"));
        }
        if (number("residual") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.residual", number("residual")));
        }
        if (number("otherWaysIn") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.ways", number("otherWaysIn")));
        }
        if (number("makers") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.makers", number("makers")));
        }
        return unread.isEmpty()
                ? Chip.of(Tone.GOOD, MESSAGES.text("contained"))
                : Chip.of(Tone.UNKNOWN, MESSAGES.text("contained.unknown"));
    }

    private String reach(String key) {
        if (!(json.get(key) instanceof Map<?, ?> reach)) {
            return MESSAGES.text("reach.unknown");
        }
        String words = MESSAGES.text("reach", number(reach.get("reached")), number(reach.get("high")));
        return Boolean.TRUE.equals(reach.get("administrator")) ? MESSAGES.text("reach.administrator", words) : words;
    }

    private String atMost() {
        long seconds = number(json.get("staysAliveAtMostSeconds"));
        return seconds <= 0 ? "" : MESSAGES.text("preview.at.most", Words.length(Duration.ofSeconds(seconds)));
    }

    private static void add(List<String> lines, String key, long count, String names) {
        if (count > 0) {
            lines.add(MESSAGES.text(key, count, names));
        }
    }

    private long number(String key) {
        return number(json.get(key + "Count"));
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private String names(String key) {
        return join(list(json.get(key)));
    }

    private static String join(List<?> values) {
        return String.join(", ", values.stream().map(String::valueOf).toList());
    }

    private String text(String key) {
        return json.get(key) instanceof String text ? text : "";
    }
}
