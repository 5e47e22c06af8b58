package dev.curfew.governance.officer;

import dev.curfew.model.text.Messages;

/// An officer's key could not be used. The message says what to do.
public final class OfficerKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of failure it was; each has its words under its own name in `messages.properties`.
    public enum Kind {
        MISSING,
        EXISTS,
        /// Wrong, or the file was changed: the seal does not tell them apart.
        WRONG_PASSPHRASE,
        /// It opened, and is no key.
        DAMAGED,
        /// The handle was closed, or was unlocked too long ago.
        LOCKED,
        NOT_STORED,
        /// Nobody said which PKCS #11 module talks to tokens here, or it is none.
        NO_MODULE,
        /// Not exactly one token, or key on it, is as the file says.
        NO_TOKEN,
        WRONG_PIN,
        PIN_LOCKED,
        TOKEN_FAILED
    }

    private final Kind kind;

    public OfficerKeyException(Kind kind, String officer) {
        super(words(kind, officer));
        this.kind = kind;
    }

    public OfficerKeyException(Kind kind, String officer, Throwable cause) {
        super(words(kind, officer), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    private static String words(Kind kind, String officer) {
        return Messages.of(OfficerKeyException.class).text(kind.name(), officer);
    }
}
