package dev.curfew.revocation.run;

/// What a target does instead of what it is asked.
enum Fault {
    /// Refuses, and does nothing.
    REFUSED,
    /// Does it, and the answer is lost; asked again, it is as always.
    LATE,
    /// Gives no answer, and does nothing.
    SILENT,
    /// Refuses once, for it was too much; then it is as always.
    THROTTLED,
    /// Does it, and fails all the same; asked again, it is as always.
    HALF,
    /// Somebody else has done it.
    GONE,
    /// Refuses every step.
    DEAD,
    /// Gives no answer to any step.
    CUT_OFF
}
