package dev.curfew.governance.approval;

import java.time.Instant;

/// An approval that the ledger holds and the officer's signature vouches for.
///
/// @param device the machine it was signed on, as in `Device.id`
/// @param ledgerIndex of its entry
public record SignedApproval(String officer, String device, Instant expiresAt, long ledgerIndex) {}
