package dev.curfew.testbed.memory;

import java.io.Serial;

/// The process died here, as far as the test is concerned.
public final class CrashException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    CrashException(String where) {
        super(where);
    }
}
