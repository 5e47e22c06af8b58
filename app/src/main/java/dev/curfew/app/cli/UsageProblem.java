package dev.curfew.app.cli;

import java.io.Serial;

/// Something needed is missing from what was typed, or cannot be read. Ends with [ExitCode#USAGE].
public final class UsageProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public UsageProblem(String sentence) {
        super(sentence);
    }

    public UsageProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
