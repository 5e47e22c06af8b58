package dev.curfew.snapshot.export;

import dev.curfew.model.port.Transaction;
import java.io.BufferedReader;
import java.io.IOException;

/// Takes back what a [TextPart] wrote. Its checksum has been checked.
@FunctionalInterface
public interface PartReader {

    /// For an export whose parts are of no interest.
    PartReader NONE = (_, _, _) -> {};

    /// @param transaction the one the rest is restored in; what this throws leaves nothing behind
    /// @param name as in [TextPart]
    void read(Transaction transaction, String name, BufferedReader text) throws IOException;
}
