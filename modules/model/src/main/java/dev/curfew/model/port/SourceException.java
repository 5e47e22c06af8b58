package dev.curfew.model.port;

/// A source could not be used at all. The message says what happened and what to do, and holds no secret.
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of failure it was.
    public enum Kind {
        UNREACHABLE,
        REFUSED,
        THROTTLED,
        /// It answered what we cannot read.
        MALFORMED
    }

    private final Kind kind;

    public SourceException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public SourceException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
