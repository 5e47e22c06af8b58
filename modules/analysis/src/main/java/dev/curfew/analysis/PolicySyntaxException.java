package dev.curfew.analysis;

import java.io.Serial;

/// A policy's text is not what its provider would accept.
public final class PolicySyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /// @param problem what is wrong and where, for a person; never the whole text
    public PolicySyntaxException(String problem) {
        super(problem);
    }
}
