package dev.curfew.connector.record;

import java.io.IOException;
import java.io.InputStream;

/// How the files of a record are written.
///
/// @param <T> as of [Entry]
public interface RecordForm<T> {

    /// @param in without compression; closed with what is returned
    Entries<T> open(InputStream in) throws IOException;

    /// Whether a file of a folder belongs to the record, by its path below that folder, with slashes.
    boolean holds(String path);
}
