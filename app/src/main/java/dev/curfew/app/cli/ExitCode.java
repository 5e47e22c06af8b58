package dev.curfew.app.cli;

/// How a command ends. Pinned: scripts rely on it.
public final class ExitCode {
    public static final int DONE = 0;

    /// Refused by a rule, or not proven; also what `--fail-on` answers.
    public static final int REFUSED = 1;

    /// What was typed cannot be understood, or something needed is missing from it; or a file that it names cannot be
    /// read, cannot be written, or is there already where a new one is made.
    public static final int USAGE = 2;

    /// A source could not be read, or did not do what it was asked.
    public static final int SOURCE = 3;

    /// `run`: the policies want signatures first; nothing was issued, nothing ran.
    public static final int RUN_NEEDS_SIGNATURES = 120;

    /// `run`: the policies refuse it; nothing was issued, nothing ran.
    public static final int RUN_REFUSED = 121;

    /// `run`: the command was done and ended with 0, but that its credential is gone is not proved.
    public static final int RUN_NOT_PROVED = 122;

    /// `run`: the command was still running when its time was over. As timeout(1) has it.
    public static final int RUN_TIMED_OUT = 124;

    /// `run`: Curfew itself could not; the sentence says why. As timeout(1) has it.
    public static final int RUN_FAILED = 125;

    /// `run`: the command could not be started. As a shell has it.
    public static final int RUN_NOT_STARTED = 127;

    private ExitCode() {}
}
