package dev.curfew.governance.approval;

import java.time.Instant;

/// An approval that the ledger holds and the officer's signature vouches for.
///
/// @param device the machine it was signed on, as in `Device.id`
/// @param byFile whether it was signed on another machine, and came as a file
/// @param ledgerIndex of its entry; `Long.MAX_VALUE` while it has none
public record SignedApproval(
        String officer, String device, Instant at, Instant expiresAt, boolean byFile, long ledgerIndex) {
    /// As the text says, once it is verified.
    static SignedApproval of(String officer, SignedText signed, long ledgerIndex) {
        return new SignedApproval(
                officer,
                signed.device(),
                signed.at(),
                signed.expiresAt(),
                !signed.asked().isEmpty(),
                ledgerIndex);
    }

    /// The one that is about to be signed here, as it is judged before.
    public static SignedApproval about(String officer, String device, Instant now) {
        return new SignedApproval(officer, device, now, Instant.MAX, false, Long.MAX_VALUE);
    }
}
