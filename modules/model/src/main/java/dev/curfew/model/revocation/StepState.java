package dev.curfew.model.revocation;

/// Where a step stands.
public enum StepState {
    PLANNED,
    /// About to act, or acting: after a crash, whether it acted must be read from the target.
    STARTED,
    /// The target said that it is done, or that there was nothing left to do.
    ACTED,
    /// The target said no.
    REFUSED,
    /// The target did not answer, or failed: it may or may not have acted.
    UNCERTAIN,
    /// An officer took back what was done.
    UNDONE,
    /// Another plan had done it by then, and this one did nothing.
    SUPERSEDED;

    /// Whether nothing is left to do, whoever did it.
    public boolean isDone() {
        return this == ACTED || this == SUPERSEDED;
    }
}
