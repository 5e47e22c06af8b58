package dev.curfew.analysis.escalation.catalogue;

/// How somebody else's place is taken.
public enum Entry {
    ACCESS_KEY,
    /// One of two keys, which are all that a user may have, is deleted first.
    REPLACED_ACCESS_KEY,
    NEW_PASSWORD,
    CHANGED_PASSWORD,
    ASSUME,
    REWRITTEN_TRUST
}
