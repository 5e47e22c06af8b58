package dev.curfew.ledger.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A checkpoint's note that somebody outside the store holds.
///
/// @param holder who, as an officer would say it: a file, the keychain, another officer
/// @param witnessedAt when the holder signed it; null where it only keeps it
public record Held(String holder, String note, @Nullable Instant witnessedAt) {}
