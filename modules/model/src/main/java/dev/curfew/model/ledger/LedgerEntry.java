package dev.curfew.model.ledger;

/// An event with its place in the log.
///
/// @param index counts from 0
/// @param canonical the event's canonical JSON, exactly as hashed
/// @param leafHash RFC 6962 leaf hash of the canonical bytes, 64 hexadecimal digits
public record LedgerEntry(long index, AuditEvent event, String canonical, String leafHash) {}
