package dev.curfew.connector.program;

/// A program gave no answer. Says nothing of what it printed.
public final class ProgramException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final int exit;

    /// Why not.
    public enum Reason {
        /// It could not be started.
        MISSING,
        /// It was ended after [Program#TIME_MAX].
        SLOW,
        /// It ended with another exit than 0.
        FAILED,
        /// What it printed could not be read.
        UNREADABLE
    }

    ProgramException(Reason reason, int exit) {
        super(reason.name());
        this.reason = reason;
        this.exit = exit;
    }

    public Reason reason() {
        return reason;
    }

    /// Of a program that failed.
    public int exit() {
        return exit;
    }
}
