package dev.curfew.app.cli;

/// How a command ends. Pinned: scripts rely on it.
public final class ExitCode {
    public static final int DONE = 0;

    /// Refused by a rule, or not proven; also what `--fail-on` answers.
    public static final int REFUSED = 1;

    /// What was typed cannot be understood, or something needed is missing from it.
    public static final int USAGE = 2;

    /// A source could not be read, or did not do what it was asked.
    public static final int SOURCE = 3;

    private ExitCode() {}
}
