package dev.curfew.governance.playbook;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Rule;
import dev.curfew.analysis.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    /// An exception that its source carries is over its time.
    EXCEPTION_ENDED("exception-ended", Rule.STANDING_EXCEPTION),
    /// Somebody who is believed signalled so much about an identity that its risk is high.
    RISK_SIGNALLED("risk-signalled", Rule.RISK),
    /// The repository that an identity is of was archived.
    REPOSITORY_ARCHIVED("repository-archived", Rule.ORPHAN);

    /// How many more places there are is no place.
    private static final Pattern MORE = Pattern.compile(" \\(\\+\\d+\\)$");

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
                    case LEAKED, REVIVED, RISK_UP -> true;
                    case OWNER_GONE -> GONE.contains(finding.variant());
                    case EXCEPTION_ENDED -> finding.variant().equals("ended");
                    case RISK_SIGNALLED -> finding.severity() == Severity.HIGH;
                    case REPOSITORY_ARCHIVED -> finding.variant().equals("archived");
                };
    }

    /// What tells this occasion from another one of the same finding about the same thing: new ones set it off again,
    /// and fewer do not. Names, evidence and ways change without anything having happened.
    public List<String> occasions(Finding finding) {
        List<String> says = finding.arguments();
        return switch (this) {
            case LEAKED -> places(says.get(1));
            case OWNER_GONE -> finding.variant().equals("told") ? says.subList(1, 3) : says.subList(1, 2);
            case REVIVED -> says.subList(1, 3);
            case RISK_UP, EXCEPTION_ENDED, REPOSITORY_ARCHIVED -> says.subList(1, 2);
            case RISK_SIGNALLED -> List.of(says.get(2).split(" ", -1));
        };
    }

    private static List<String> places(String text) {
        return Arrays.stream(MORE.matcher(text).replaceFirst("").split(", ", -1))
                .toList();
    }

    public static Optional<Trigger> named(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
