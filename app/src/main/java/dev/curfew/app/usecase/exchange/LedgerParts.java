package dev.curfew.app.usecase.exchange;

import dev.curfew.ledger.log.LedgerTransfer;
import dev.curfew.model.port.Transaction;
import dev.curfew.snapshot.export.PartReader;
import dev.curfew.snapshot.export.TextPart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ledger's part of an export: every entry exactly as it was hashed, a line each, and the newest checkpoint.
public final class LedgerParts implements PartReader {
    private static final String ENTRIES = "ledger/entries.jsonl";
    private static final String CHECKPOINT = "ledger/checkpoint.note";

    private @Nullable List<String> entries;
    private @Nullable String note;

    static List<TextPart> written() {
        return List.of(
                new TextPart(ENTRIES, LedgerParts::writeEntries),
                new TextPart(
                        CHECKPOINT,
                        (transaction, out) ->
                                out.write(LedgerTransfer.note(transaction).orElse(""))));
    }

    private static void writeEntries(Transaction transaction, Writer out) throws IOException {
        for (String line : LedgerTransfer.lines(transaction)) {
            out.write(line);
            out.write('\n');
        }
    }

    /// Restores the ledger when both parts were read, in whichever order they come.
    @Override
    public void read(Transaction transaction, String name, BufferedReader text) {
        if (name.equals(ENTRIES)) {
            entries = text.lines().toList();
        } else if (name.equals(CHECKPOINT)) {
            note = String.join("", text.lines().map(line -> line + "\n").toList());
        } else {
            return;
        }
        if (entries != null && note != null) {
            LedgerTransfer.restore(transaction, entries, note);
        }
    }
}
