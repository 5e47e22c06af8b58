package dev.curfew.revocation.choice;

/// How far a plan goes.
public enum Extent {
    /// Only what can be undone at the target.
    DEACTIVATE,
    /// All the way; what can be undone first.
    DELETE
}
