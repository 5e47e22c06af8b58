package dev.curfew.governance.playbook;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What sets a playbook off: a finding of one rule, as a snapshot and what the workspace was told show it.
public enum Trigger {
    /// A credential's secret stands in the open, or somebody told that it leaked.
    LEAKED("leaked", Rule.LEAKED),
    /// Whoever answered for an identity is gone.
    OWNER_GONE("owner-gone", Rule.ORPHAN),
    /// What was revoked is good again.
    REVIVED("revived", Rule.REVIVED),
    /// An identity controls everything, or is one step from it.
    RISK_UP("risk-up", Rule.OVERPRIVILEGED),
    /// What stands at a source is not what Curfew left there.
    DRIFT("drift", Rule.DRIFT),
    /// An exception that its source carries is over its time.
    EXCEPTION_ENDED("exception-ended", Rule.STANDING_EXCEPTION),
    /// Somebody who is believed signalled so much about an identity that its risk is high.
    RISK_SIGNALLED("risk-signalled", Rule.RISK),
    /// The repository that an identity is of was archived.
    REPOSITORY_ARCHIVED("repository-archived", Rule.ORPHAN);

    private static final Set<String> GONE = Set.of("gone", "told");

    private final String text;
    private final Rule rule;

    Trigger(String text, Rule rule) {
        this.text = text;
        this.rule = rule;
    }

    public String text() {
        return text;
    }

    public Rule rule() {
        return rule;
    }

    public boolean isSetOffBy(Finding finding) {
        return finding.rule() == rule
                && switch (this) {
                    case LEAKED, REVIVED, RISK_UP, DRIFT -> true;
                    case OWNER_GONE -> GONE.contains(finding.variant());
                    case EXCEPTION_ENDED -> finding.variant().equals("ended");
                    case RISK_SIGNALLED -> finding.severity() == Severity.HIGH;
                    case REPOSITORY_ARCHIVED -> finding.variant().equals("archived");
                };
    }

    public static Optional<Trigger> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
