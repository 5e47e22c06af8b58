package dev.curfew.connector.record;

import java.time.Instant;

/// One entry of a record's file.
///
/// @param <T> what it is before it is taken apart
public sealed interface Entry<T> {

    /// Where it begins in its file, counted from 1.
    long line();

    /// @param at when it was written, by the source's clock
    record Whole<T>(long line, Instant at, T value) implements Entry<T> {}

    /// Something that is no entry, or one that is too long.
    record Broken<T>(long line) implements Entry<T> {}
}
