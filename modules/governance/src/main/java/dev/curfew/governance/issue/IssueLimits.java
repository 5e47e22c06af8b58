package dev.curfew.governance.issue;

import java.time.Duration;

/// Limits of issuing.
///
/// @param snapshotAgeMax how old the newest reading of the source may be: what a policy adds is computed from it
/// @param overrunMax how much later than asked the target may end the window, for rounding and clocks
public record IssueLimits(Duration snapshotAgeMax, Duration overrunMax) {
    /// A day: the policy's own text is read again at issue in any case; the reading only has to know what it reaches.
    /// A minute: no source seen rounds further, and clocks further apart need mending first.
    public static final IssueLimits DEFAULT = new IssueLimits(Duration.ofDays(1), Duration.ofMinutes(1));
}
