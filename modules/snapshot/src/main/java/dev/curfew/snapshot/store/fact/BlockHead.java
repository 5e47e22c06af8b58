package dev.curfew.snapshot.store.fact;

import org.jspecify.annotations.Nullable;

/// A block without its content.
///
/// @param ends null: none of its facts has ended
@SuppressWarnings("ArrayRecordComponent") // Filled by a query, and never compared.
public record BlockHead(long id, byte @Nullable [] ends) {}
