package dev.curfew.governance.custody;

import dev.curfew.model.text.Messages;

/// A key or an envelope could not be used. The message says what to do, and holds no secret.
public final class CustodyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of failure it was; each has its words under its own name in `messages.properties`.
    public enum Kind {
        KEY_MISSING,
        KEY_EXISTS,
        WRONG_PASSPHRASE,
        /// It opened, or should have, and is no key.
        KEY_DAMAGED,
        ENVELOPE_MISSING,
        ENVELOPE_DAMAGED,
        NOT_STORED
    }

    private final Kind kind;

    /// @param what the officer's name, or the file
    public CustodyException(Kind kind, String what) {
        super(Messages.of(CustodyException.class).text(kind.name(), what));
        this.kind = kind;
    }

    public CustodyException(Kind kind, String what, Throwable cause) {
        super(Messages.of(CustodyException.class).text(kind.name(), what), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
