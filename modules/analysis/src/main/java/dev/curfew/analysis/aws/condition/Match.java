package dev.curfew.analysis.aws.condition;

/// Whether something applies to a request: no, yes, or it hangs on what is not known of the request.
public enum Match {
    NO,
    MAYBE,
    YES;

    public static Match of(boolean holds) {
        return holds ? YES : NO;
    }

    public boolean isYes() {
        return this == YES;
    }

    public boolean isNo() {
        return this == NO;
    }

    /// The lesser of the two.
    public Match and(Match other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// The greater of the two.
    public Match or(Match other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Match not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case MAYBE -> MAYBE;
        };
    }
}
