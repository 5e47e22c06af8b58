package dev.curfew.governance.officer.token;

/// A token's module did not do what it was asked.
///
/// <https://docs.oasis-open.org/pkcs11/pkcs11-base/v3.0/os/pkcs11-base-v3.0-os.html> has the codes
final class CryptokiException extends RuntimeException {
    static final long USER_ALREADY_LOGGED_IN = 0x100;
    static final long CRYPTOKI_ALREADY_INITIALIZED = 0x191;
    private static final long PIN_INCORRECT = 0xA0;
    private static final long PIN_INVALID = 0xA1;
    private static final long PIN_LEN_RANGE = 0xA2;
    private static final long PIN_LOCKED = 0xA4;

    private static final long serialVersionUID = 1;

    private final long code;

    CryptokiException(String function, long code) {
        super(function + " answered 0x" + Long.toHexString(code));
        this.code = code;
    }

    boolean isWrongPin() {
        return code == PIN_INCORRECT || code == PIN_INVALID || code == PIN_LEN_RANGE;
    }

    boolean isPinLocked() {
        return code == PIN_LOCKED;
    }
}
