package dev.curfew.analysis.sketch;

/// What planned changes do to a step, or to what it leads to. Without planned changes all is kept.
public enum Fate {
    /// It is so now, and would still be.
    KEPT,
    /// It is so now, and would no longer be.
    LOST,
    /// It is not so now, and would be.
    GAINED;

    /// Of what is there before or after or both.
    ///
    /// @throws IllegalArgumentException for what is never there
    public static Fate of(boolean before, boolean after) {
        if (!before && !after) {
            throw new IllegalArgumentException("what was never there has no fate");
        }
        if (before && after) {
            return KEPT;
        }
        return before ? LOST : GAINED;
    }

    /// Whether it is so now.
    public boolean isBefore() {
        return this != GAINED;
    }

    /// Whether it would be so afterwards.
    public boolean isAfter() {
        return this != LOST;
    }

    /// Of two ways to the same thing.
    Fate or(Fate other) {
        return of(isBefore() || other.isBefore(), isAfter() || other.isAfter());
    }
}
