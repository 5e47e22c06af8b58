package dev.curfew.model.governance;

import java.util.Locale;

/// Where a request stands. Terminal states are final; state beats clock: what is over is not revived by whatever comes
/// late.
public enum RequestState {
    /// Kept by whoever means to ask; nobody was asked yet.
    DRAFTED,
    PENDING,
    APPROVED,
    /// Issued; its window is open.
    ACTIVE,
    DENIED,
    /// Taken back by whoever asked, before it was issued; a draft that was discarded.
    WITHDRAWN,
    /// Nobody decided, or nobody had it issued, for too long.
    TIMED_OUT,
    /// The window is over: by expiry, early end, disuse or revocation.
    ENDED;

    public boolean mayBecome(RequestState next) {
        return switch (this) {
            case DRAFTED -> next == WITHDRAWN;
            case PENDING -> next == APPROVED || isUnused(next);
            case APPROVED -> next == ACTIVE || isUnused(next);
            case ACTIVE -> next == ENDED;
            case DENIED, WITHDRAWN, TIMED_OUT, ENDED -> false;
        };
    }

    private static boolean isUnused(RequestState next) {
        return next == DENIED || next == WITHDRAWN || next == TIMED_OUT;
    }

    /// For a sentence: `timed out`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean isTerminal() {
        return switch (this) {
            case DRAFTED, PENDING, APPROVED, ACTIVE -> false;
            case DENIED, WITHDRAWN, TIMED_OUT, ENDED -> true;
        };
    }
}
