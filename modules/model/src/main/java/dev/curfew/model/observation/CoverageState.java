package dev.curfew.model.observation;

/// What became of reading a scope. Only `READ` lets absence mean absence.
public enum CoverageState {
    /// Read whole.
    READ,
    /// Some was read, some was not.
    PARTIAL,
    /// The source said no (401, 403).
    REFUSED,
    /// The source asked us to slow down, longer than we waited.
    THROTTLED,
    /// Not asked for, by configuration or by a limit of ours.
    SKIPPED,
    /// The source failed, or answered what we cannot read.
    FAILED
}
