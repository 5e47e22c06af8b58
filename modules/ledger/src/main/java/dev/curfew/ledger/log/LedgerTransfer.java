package dev.curfew.ledger.log;

import dev.curfew.ledger.log.LedgerRows.CheckpointRow;
import dev.curfew.ledger.log.LedgerRows.EntryRow;
import dev.curfew.ledger.merkle.Frontier;
import dev.curfew.ledger.note.CheckpointBody;
import dev.curfew.ledger.note.SignedNote;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.port.Transaction;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The log out of one store and into another: an entry a line as its canonical JSON, in order, and the newest
/// checkpoint's note. What is written in is verified by whoever opened it, not here.
public final class LedgerTransfer {

    private LedgerTransfer() {}

    /// The canonical lines of all entries.
    public static List<String> lines(Transaction transaction) {
        return new LedgerRows(transaction.jdbc())
                .entries(0, Integer.MAX_VALUE).stream().map(EntryRow::canonical).toList();
    }

    /// Empty before the first entry.
    public static Optional<String> note(Transaction transaction) {
        return new LedgerRows(transaction.jdbc())
                .newestCheckpoint()
                .map(row -> row.checkpoint().note());
    }

    /// Fills an empty ledger.
    ///
    /// @throws IllegalArgumentException if a line is not an event, or the note not a checkpoint
    public static void restore(Transaction transaction, List<String> lines, String note) {
        LedgerRows rows = new LedgerRows(transaction.jdbc());
        rows.createSchema();
        Frontier frontier = Frontier.EMPTY;
        Instant newest = Instant.EPOCH;
        for (String line : lines) {
            AuditEvent event = EventText.parse(line);
            String leafHash = EventText.leafHash(line);
            rows.insert(new EntryRow(frontier.size(), event.type(), event.subjectHash(), line, leafHash));
            frontier = frontier.append(HexFormat.of().parseHex(leafHash));
            newest = event.at();
        }
        CheckpointBody body = CheckpointBody.parse(SignedNote.parse(note).body());
        rows.insert(new CheckpointRow(
                new Checkpoint(body.origin(), body.size(), body.rootHash(), note, newest),
                HexFormat.of().formatHex(frontier.encoded())));
    }
}
