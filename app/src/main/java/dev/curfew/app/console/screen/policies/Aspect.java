package dev.curfew.app.console.screen.policies;

/// What the screen shows of the policies.
enum Aspect {
    /// Each policy with its id and what it says.
    RULES,
    TEXT,
    CASES,
    /// The past decisions that would come out otherwise.
    REPLAY,
    /// Every version that was ever in force.
    HISTORY
}
