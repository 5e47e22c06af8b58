package dev.curfew.app.cli;

/// Whoever stopped a command is told how it goes on.
public final class Stopped extends InterruptedException {
    private static final long serialVersionUID = 1L;

    /// @param words a whole sentence
    public Stopped(String words, InterruptedException by) {
        super(words);
        initCause(by);
    }
}
