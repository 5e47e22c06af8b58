package dev.curfew.app.console.screen.policies;

import dev.curfew.app.console.component.state.Chip;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.component.text.Words;
import dev.curfew.governance.judgement.PolicyVersion;
import dev.curfew.governance.policy.PolicyDifference;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.governance.policy.Requirement;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// Policies and their versions in words.
final class PolicyWords {

    private static final Messages MESSAGES = Messages.of(PolicyWords.class);

    private PolicyWords() {}

    /// "forbids", or "permits once 1 officer signed".
    static String effect(PolicyRule rule) {
        Requirement requires = rule.requires();
        String key = "effect." + rule.effect();
        return requires == null ? MESSAGES.text(key) : MESSAGES.text(key + ".signed", signers(requires));
    }

    private static String signers(Requirement requires) {
        return requires.role().equals(Requirement.OFFICER)
                ? MESSAGES.text("signers.officer", requires.count())
                : MESSAGES.text("signers.role", requires.count(), requires.role());
    }

    static Chip chip(PolicyRule rule) {
        boolean signs = rule.requires() != null;
        return switch (rule.effect()) {
            case FORBID ->
                signs
                        ? Chip.of(Tone.CARE, Material2OutlinedAL.HOW_TO_REG, effect(rule))
                        : Chip.of(Tone.BAD, Material2OutlinedAL.BLOCK, effect(rule));
            case PERMIT ->
                signs
                        ? Chip.of(Tone.NOTE, Material2OutlinedAL.HOW_TO_REG, effect(rule))
                        : Chip.of(Tone.GOOD, effect(rule));
        };
    }

    static String condition(PolicyRule rule) {
        return rule.condition().isEmpty() ? MESSAGES.text("always") : rule.condition();
    }

    static Chip passed(boolean passed) {
        return passed
                ? Chip.of(Tone.GOOD, MESSAGES.text("case.passed"))
                : Chip.of(Tone.BAD, MESSAGES.text("case.failed"));
    }

    /// As the ledger and the cases name it.
    static String decision(String name) {
        return MESSAGES.has("decision." + name) ? MESSAGES.text("decision." + name) : name;
    }

    static String number(PolicyVersion version) {
        return MESSAGES.text("version", version.number());
    }

    static String savedBy(PolicyVersion version) {
        return version.number() == 0 ? MESSAGES.text("packaged") : version.savedBy();
    }

    static String savedAt(PolicyVersion version) {
        return version.number() == 0 ? "–" : Words.moment(version.savedAt());
    }

    /// "version 3 is in force, saved by bo 2 h ago".
    static String inForce(PolicyVersion version, Instant now) {
        return version.number() == 0
                ? MESSAGES.text("inforce.packaged")
                : MESSAGES.text("inforce", version.number(), version.savedBy(), Words.relative(version.savedAt(), now));
    }

    static Chip state(boolean inForce) {
        return inForce
                ? Chip.of(Tone.GOOD, MESSAGES.text("state.inforce"))
                : Chip.of(Tone.PLAIN, Material2OutlinedMZ.TIMER_OFF, MESSAGES.text("state.earlier"));
    }

    static String difference(SavedVersion saved) {
        return saved.difference()
                .map(PolicyWords::difference)
                .orElseGet(() -> MESSAGES.text(saved.version().number() == 0 ? "difference.first" : "difference.not"));
    }

    static String difference(PolicyDifference difference) {
        List<String> parts = new ArrayList<>();
        part(parts, "difference.added", difference.added());
        part(parts, "difference.removed", difference.removed());
        part(parts, "difference.changed", difference.changed());
        if (difference.casesChanged()) {
            parts.add(MESSAGES.text("difference.cases"));
        }
        return parts.isEmpty() ? MESSAGES.text("difference.none") : String.join("; ", parts);
    }

    private static void part(List<String> parts, String key, List<String> ids) {
        if (!ids.isEmpty()) {
            parts.add(MESSAGES.text(key, String.join(", ", ids)));
        }
    }
}
