package dev.curfew.app.console.component.state;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Tooltip;

/// Findings as chips: short in a table, in sentences elsewhere.
public final class FindingWords {

    private static final Messages MESSAGES = Messages.of(FindingWords.class);

    private FindingWords() {}

    public static String title(Rule rule) {
        return MESSAGES.text("finding." + rule.name());
    }

    public static Chip chip(Finding finding) {
        return Chip.of(tone(finding.severity()), title(finding.rule()));
    }

    /// The worst one and how many more; all of them in the tooltip.
    public static Chip chip(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Chip.of(Tone.PLAIN, MESSAGES.text("finding.none"));
        }
        Finding worst = findings.getFirst();
        int more = findings.size() - 1;
        String words = more == 0 ? title(worst.rule()) : MESSAGES.text("finding.more", title(worst.rule()), more);
        Chip chip = Chip.of(tone(worst.severity()), words);
        chip.setTooltip(new Tooltip(findings.stream().map(Finding::sentence).collect(Collectors.joining("\n"))));
        return chip;
    }

    public static Tone tone(Severity severity) {
        return switch (severity) {
            case HIGH -> Tone.BAD;
            case MEDIUM -> Tone.CARE;
            case LOW, INFO -> Tone.NOTE;
        };
    }
}
