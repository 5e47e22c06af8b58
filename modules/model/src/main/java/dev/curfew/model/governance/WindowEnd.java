package dev.curfew.model.governance;

/// How a window ended.
public enum WindowEnd {
    EXPIRED,
    /// Ended early, as it should.
    ENDED_EARLY,
    /// Cut for cause.
    REVOKED
}
