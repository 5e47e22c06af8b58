package dev.curfew.model.governance;

/// Where a request stands. Terminal states are final; state beats clock.
public enum RequestState {
    PENDING,
    APPROVED,
    /// Issued; its window is open.
    ACTIVE,
    DENIED,
    /// The window is over: by expiry, early end or revocation.
    ENDED;

    public boolean mayBecome(RequestState next) {
        return switch (this) {
            case PENDING -> next == APPROVED || next == DENIED;
            case APPROVED -> next == ACTIVE || next == DENIED;
            case ACTIVE -> next == ENDED;
            case DENIED, ENDED -> false;
        };
    }

    public boolean isTerminal() {
        return this == DENIED || this == ENDED;
    }
}
