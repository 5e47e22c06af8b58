package dev.curfew.model.revocation;

import java.time.Instant;

/// What a target answered to an action. `detail` is its answer in short, never a secret.
public sealed interface ActionOutcome {

    Instant at();

    String detail();

    /// Whether it is so now, done by this or before.
    default boolean isDone() {
        return this instanceof Done || this instanceof AlreadyDone;
    }

    record Done(Instant at, String detail) implements ActionOutcome {}

    /// There was nothing left to do.
    record AlreadyDone(Instant at, String detail) implements ActionOutcome {}

    record Refused(Instant at, String detail) implements ActionOutcome {}

    /// No answer, or a failure of the server: it may have acted.
    record Uncertain(Instant at, String detail) implements ActionOutcome {}
}
