package dev.curfew.snapshot.export;

import dev.curfew.model.port.Transaction;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/// A text that another module adds to an export: the ledger's entries, its checkpoint.
///
/// @param name `<folder>/<file>`, for example `ledger/entries.jsonl`
public record TextPart(String name, Content content) {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}/[a-z][a-z0-9-]{0,31}(\\.[a-z]{1,8})?");

    public TextPart {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a part's name: " + name);
        }
    }

    /// Writes the text, from the same transaction that the rest of the export is read in.
    @FunctionalInterface
    public interface Content {
        void write(Transaction transaction, Writer out) throws IOException;
    }
}
