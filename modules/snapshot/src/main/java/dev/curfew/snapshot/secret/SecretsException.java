package dev.curfew.snapshot.secret;

/// The secrets could not be read or kept. The message says what happened and what to do.
public final class SecretsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of failure it was.
    public enum Kind {
        /// The file was cut off or changed.
        DAMAGED,
        /// The workspace is read-only.
        READ_ONLY,
        /// The file could not be read or written.
        INACCESSIBLE
    }

    private final Kind kind;

    SecretsException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    SecretsException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
