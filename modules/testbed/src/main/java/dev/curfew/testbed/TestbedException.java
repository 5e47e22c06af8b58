package dev.curfew.testbed;

/// A server could not be installed, started or reached. The message says what to do.
public final class TestbedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TestbedException(String message) {
        super(message);
    }

    public TestbedException(String message, Throwable cause) {
        super(message, cause);
    }
}
