package dev.curfew.analysis.owner;

/// What lists of people say of an owner.
public enum Verdict {
    /// Has left; of several who are named, or of a team, all have.
    GONE,
    HERE,
    /// Several go by the name, and not all have left.
    AMBIGUOUS,
    /// Nobody goes by the name in a list that was read whole.
    UNLISTED,
    /// Nobody goes by the name as far as lists were read, or there is no list.
    UNKNOWN
}
