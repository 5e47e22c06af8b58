package dev.curfew.model.ledger;

import java.time.Instant;

/// A signed statement of the log's size and root hash.
///
/// @param origin names the log, unique to the workspace
/// @param size entries covered
/// @param rootHash RFC 6962 tree hash, 64 hexadecimal digits
/// @param note the C2SP signed note, complete with its signature lines
public record Checkpoint(String origin, long size, String rootHash, String note, Instant at) {}
