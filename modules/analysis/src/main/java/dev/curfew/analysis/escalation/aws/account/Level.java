package dev.curfew.analysis.escalation.aws.account;

/// Whether a prerequisite is met.
public enum Level {
    NO,
    /// As far as it was read it is not excluded.
    POSSIBLE,
    CERTAIN
}
