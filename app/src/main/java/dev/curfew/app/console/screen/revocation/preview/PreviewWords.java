package dev.curfew.app.console.screen.revocation.preview;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.plan.Told;
import dev.curfew.revocation.plan.WhatWasMade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A preview of one credential in words.
public final class PreviewWords {

    private static final Messages MESSAGES = Messages.of(PreviewWords.class);

    private final Told told;
    private final List<String> unread;

    private PreviewWords(Told told, List<String> unread) {
        this.told = told;
        this.unread = unread;
    }

    /// One thing that is told.
    ///
    /// @param name what it is about
    public record Line(String name, String words) {}

    public static Optional<PreviewWords> of(RevocationPlan plan, CredentialId credential) {
        return of(plan.preview()).stream()
                .filter(one -> one.credential().equals(credential.text()))
                .findFirst();
    }

    /// In the order of the preview.
    public static List<PreviewWords> of(Map<String, Object> preview) {
        List<String> unread = Told.unread(preview);
        return Told.of(preview).stream()
                .map(told -> new PreviewWords(told, unread))
                .toList();
    }

    /// An action nobody gave words is shown by its code.
    public static String action(String code) {
        return MESSAGES.has("action." + code) ? MESSAGES.text("action." + code) : code;
    }

    public String credential() {
        return told.credential();
    }

    public String kind() {
        return Words.kind(told.text("kind"));
    }

    public String holder() {
        return told.text("holder");
    }

    /// Of which kind it is, and whom it proves.
    public String about() {
        return holder().isEmpty() ? kind() : MESSAGES.text("about", kind(), holder());
    }

    /// What would be done to it, in this order.
    public List<String> actions() {
        return told.names("actions").stream().map(PreviewWords::action).toList();
    }

    /// How soon after the act it is refused, as this way of ending it goes.
    public String refused() {
        long seconds = told.number("refusedWithinSeconds");
        return seconds < 0
                ? MESSAGES.text("refused.unknown")
                : MESSAGES.text("refused.within", Words.length(Duration.ofSeconds(seconds)));
    }

    /// How soon after the act it is usually refused; empty where that is not known.
    public Optional<Duration> refusedWithin() {
        long seconds = told.number("refusedWithinSeconds");
        return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    }

    /// What goes on all the same, and until when.
    public String alive() {
        long seconds = told.number("staysAliveAtMostSeconds");
        String atMost = seconds <= 0 ? "" : MESSAGES.text("alive.at.most", Words.length(Duration.ofSeconds(seconds)));
        return told.text("staysAlive").isBlank() ? "" : told.text("staysAlive") + atMost;
    }

    /// What breaks: what keeps it or runs on it.
    public long breaking() {
        return told.count("consumers");
    }

    /// What ends, what breaks, what reach remains, who could make a new one.
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        add(lines, "reach", MESSAGES.text("reach.change", reach("reachBefore"), reach("reachAfter")));
        add(lines, "refused", refused());
        add(lines, "alive", alive());
        named(lines, "breaks", "consumers");
        named(lines, "ends", "endToo");
        add(lines, "minted", told.text("endsMinted"));
        named(lines, "logged", "loggedIn");
        named(lines, "becomes", "becomes");
        named(lines, "granted", "granted");
        named(lines, "granted.ends", "grantedEnds");
        named(lines, "residual", "residual");
        named(lines, "ways", "otherWaysIn");
        named(lines, "makers", "makers");
        if (!told.text("mint").equals("CANNOT")) {
            add(lines, "mint", told.text("mintReason"));
        }
        return lines;
    }

    /// All of it as text, for a ticket or a chat.
    public static String text(Map<String, Object> preview) {
        String all = of(preview).stream().map(PreviewWords::text).collect(Collectors.joining("\n\n"));
        List<String> unknown = new ArrayList<>();
        unread(preview).ifPresent(unknown::add);
        unknown.addAll(untold(preview));
        return all + unknown.stream().map(it -> "\n\n" + it).collect(Collectors.joining());
    }

    /// What was not read and so is not known, once for all of them.
    public static Optional<String> unread(Map<String, Object> preview) {
        List<String> unread = Told.unread(preview);
        return unread.isEmpty() ? Optional.empty() : Optional.of(MESSAGES.text("unread", String.join(", ", unread)));
    }

    /// What was made is not known where no record told.
    public static List<String> untold(Map<String, Object> preview) {
        return WhatWasMade.untold(preview).stream()
                .map(made -> MESSAGES.text("untold", made.by(), made.why()))
                .toList();
    }

    private String text() {
        List<String> text = new ArrayList<>(List.of(credential(), about()));
        lines().forEach(line -> text.add(MESSAGES.text("text.line", line.name(), line.words())));
        return String.join("\n", text);
    }

    /// Whether the identity has another way to act, which is told apart from the credential being refused.
    public Chip contained() {
        if (holder().isEmpty()) {
            return Chip.of(Tone.PLAIN, MESSAGES.text("contained.nobody"));
        }
        if (told.count("residual") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.residual", told.count("residual")));
        }
        if (told.count("loggedIn") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.logged", told.count("loggedIn")));
        }
        if (told.count("otherWaysIn") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.ways", told.count("otherWaysIn")));
        }
        if (told.count("makers") > 0) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.makers", told.count("makers")));
        }
        if (!told.text("mint").equals("CANNOT")) {
            return Chip.of(Tone.CARE, MESSAGES.text("contained.mint"));
        }
        return unread.isEmpty()
                ? Chip.of(Tone.GOOD, MESSAGES.text("contained"))
                : Chip.of(Tone.UNKNOWN, MESSAGES.text("contained.unknown"));
    }

    private String reach(String when) {
        return told.reach(when).map(PreviewWords::words).orElseGet(() -> MESSAGES.text("reach.unknown"));
    }

    private static String words(Told.Counts reach) {
        String words = MESSAGES.text("reach.count", reach.reached(), reach.high());
        return reach.administrator() ? MESSAGES.text("reach.administrator", words) : words;
    }

    private static void add(List<Line> lines, String key, String words) {
        if (!words.isBlank()) {
            lines.add(new Line(MESSAGES.text("line." + key), words));
        }
    }

    /// Of many only the first are told by name.
    private void named(List<Line> lines, String key, String field) {
        List<String> names = told.names(field);
        if (names.isEmpty()) {
            return;
        }
        String all = String.join(", ", names);
        long more = told.count(field) - names.size();
        add(lines, key, more > 0 ? MESSAGES.text("names.more", all, more) : all);
    }
}
