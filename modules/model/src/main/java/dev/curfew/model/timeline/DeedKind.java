package dev.curfew.model.timeline;

/// What somebody did to something.
public enum DeedKind {
    /// Made something that others, or it itself, can use from then on: a user, a key, a token, a trust, a binding.
    CREATED,
    CHANGED,
    DELETED,
    /// Saw a secret's value, which must be replaced should the reader be somebody else than it seems.
    READ_SECRET,
    /// Was let in, or became somebody else.
    BECAME,
    /// Saw something that is no secret.
    READ
}
