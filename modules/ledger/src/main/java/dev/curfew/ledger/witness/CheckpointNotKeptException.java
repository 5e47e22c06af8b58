package dev.curfew.ledger.witness;

/// A keeper's place cannot be written or read. The entry itself is committed; only its copy elsewhere is missing.
public final class CheckpointNotKeptException extends Exception {
    private static final long serialVersionUID = 1;

    public CheckpointNotKeptException(String message) {
        super(message);
    }

    public CheckpointNotKeptException(String message, Throwable cause) {
        super(message, cause);
    }
}
