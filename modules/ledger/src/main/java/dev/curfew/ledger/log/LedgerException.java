package dev.curfew.ledger.log;

/// The ledger cannot be written or read, or does not fit its own checkpoint: nothing may be decided on it.
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
