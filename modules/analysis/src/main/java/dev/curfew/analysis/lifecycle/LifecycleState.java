package dev.curfew.analysis.lifecycle;

/// Where an identity stands.
public enum LifecycleState {
    /// It is asked for, and nothing proves it yet.
    REQUESTED,
    ACTIVE,
    /// It could be used, and was not for long.
    DORMANT,
    /// All that proves it is switched off, which can be undone.
    QUARANTINED,
    /// All that proved it has ended, or was revoked for good.
    RETIRED
}
