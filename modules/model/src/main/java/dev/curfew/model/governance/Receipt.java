package dev.curfew.model.governance;

import java.time.Instant;

/// That a decision on exactly this subject stands in the ledger. Nothing is issued or revoked without one.
///
/// @param subjectHash hash of the request's or plan's canonical JSON, 64 hexadecimal digits
/// @param ledgerIndex the entry's index
public record Receipt(String subjectHash, long ledgerIndex, String officer, Instant at) {}
