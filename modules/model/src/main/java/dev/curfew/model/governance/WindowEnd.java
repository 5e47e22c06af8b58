package dev.curfew.model.governance;

/// How a window ended.
public enum WindowEnd {
    EXPIRED,
    /// Ended early, as it should.
    ENDED_EARLY,
    /// Not used for as long as it was to be at most.
    IDLE,
    /// Cut for cause.
    REVOKED
}
