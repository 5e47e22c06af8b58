package dev.curfew.connector.record;

import java.io.IOException;
import java.util.Optional;

/// The entries of one file, in its order.
///
/// @param <T> as of [Entry]
public interface Entries<T> extends AutoCloseable {

    /// Empty at the end.
    Optional<Entry<T>> next() throws IOException;

    @Override
    void close() throws IOException;
}
