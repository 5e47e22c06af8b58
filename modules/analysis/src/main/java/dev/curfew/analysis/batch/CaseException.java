package dev.curfew.analysis.batch;

import java.io.Serial;

/// A case that cannot be decided because of what it says, or does not say.
public final class CaseException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /// @param problem what is wrong and where, for a person; becomes the answer's `error`
    public CaseException(String problem) {
        super(problem);
    }

    /// Never null, unlike that of other exceptions.
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
