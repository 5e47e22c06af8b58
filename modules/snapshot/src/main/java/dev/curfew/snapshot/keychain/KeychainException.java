package dev.curfew.snapshot.keychain;

/// The keychain did not do as asked. The message says what happened and what to do, and holds no secret.
public final class KeychainException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeychainException(String message, Throwable cause) {
        super(message, cause);
    }
}
