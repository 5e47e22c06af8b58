package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.condition.Match;

/// Whether a prerequisite is met.
public enum Level {
    NO,
    /// As far as it was read it is not excluded.
    POSSIBLE,
    CERTAIN;

    static Level of(Match match) {
        return switch (match) {
            case NO -> NO;
            case MAYBE -> POSSIBLE;
            case YES -> CERTAIN;
        };
    }

    /// Both have to be met.
    public Level and(Level other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// Either is enough.
    public Level or(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
