package dev.curfew.analysis.escalation;

/// Whether what was read shows that a way is open.
public enum Certainty {
    /// Every prerequisite is met by what was read.
    CERTAIN,
    /// A prerequisite cannot be told from what was read; which one is said.
    POSSIBLE
}
