package dev.curfew.analysis.reach;

/// How sure it is that a path holds, best first. A path is as sure as its least sure hop.
public enum Certainty {
    /// Every hop is allowed by what was read.
    CERTAIN,
    /// Some hop depends on request context that a snapshot does not hold.
    CONDITIONAL,
    /// Some hop depends on something that the evaluator does not handle, or that was not read.
    UNKNOWN;

    public Certainty and(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
