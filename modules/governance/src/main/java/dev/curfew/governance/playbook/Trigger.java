package dev.curfew.governance.playbook;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What sets a playbook off: a finding of one rule, as a snapshot and what the workspace was told show it.
public enum Trigger {
    /// A credential's secret stands in the open, or somebody told that it leaked.
    LEAKED("leaked", Rule.LEAKED, Set.of()),
    /// Whoever answered for an identity is gone.
    OWNER_GONE("owner-gone", Rule.ORPHAN, Set.of("gone", "told")),
    /// What was revoked is good again.
    REVIVED("revived", Rule.REVIVED, Set.of()),
    /// An identity controls everything, or is one step from it.
    RISK_UP("risk-up", Rule.OVERPRIVILEGED, Set.of()),
    /// An exception that its source carries is over its time.
    EXCEPTION_ENDED("exception-ended", Rule.STANDING_EXCEPTION, Set.of("ended"));

    private final String text;
    private final Rule rule;
    private final Set<String> variants;

    /// @param variants of the rule; empty: all of them
    Trigger(String text, Rule rule, Set<String> variants) {
        this.text = text;
        this.rule = rule;
        this.variants = variants;
    }

    public String text() {
        return text;
    }

    public Rule rule() {
        return rule;
    }

    public boolean isSetOffBy(Finding finding) {
        return finding.rule() == rule && (variants.isEmpty() || variants.contains(finding.variant()));
    }

    public static Optional<Trigger> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
