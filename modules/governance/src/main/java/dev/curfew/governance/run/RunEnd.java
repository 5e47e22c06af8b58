package dev.curfew.governance.run;

/// How a command ended.
public enum RunEnd {
    /// By itself; its exit code says how it went.
    EXITED("exited"),
    /// It was still running when its time was over.
    TIMED_OUT("timed-out"),
    /// Curfew was told to stop, and told the command.
    STOPPED("stopped"),
    /// There is no such program, or it may not be run.
    NOT_STARTED("not-started"),
    /// Curfew itself went away; nobody knows how the command ended, or whether it did.
    ABANDONED("abandoned");

    private final String word;

    RunEnd(String word) {
        this.word = word;
    }

    /// As the ledger has it.
    public String word() {
        return word;
    }
}
