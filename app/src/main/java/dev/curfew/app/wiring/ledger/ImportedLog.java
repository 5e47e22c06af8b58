package dev.curfew.app.wiring.ledger;

import dev.curfew.app.usecase.Refused;
import dev.curfew.ledger.log.LedgerRows;
import dev.curfew.ledger.log.LedgerRows.CheckpointRow;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Optional;

/// The log of a read-only workspace: it came out of an export, without the key to sign with.
public final class ImportedLog implements AuditLog {

    @Override
    public LedgerEntry append(Transaction transaction, AuditEvent event) {
        throw new Refused(Messages.of(ImportedLog.class).text("read-only-log"));
    }

    /// Nothing is acted on from here, so nothing is confirmed.
    @Override
    public Optional<LedgerEntry> confirm(Transaction transaction, String type, String subjectHash) {
        return Optional.empty();
    }

    @Override
    public List<LedgerEntry> confirmAll(Transaction transaction, String type, String subjectHash) {
        return List.of();
    }

    @Override
    public long count(Transaction transaction, String type, String subjectHash) {
        return 0;
    }

    @Override
    public List<LedgerEntry> read(Transaction transaction, long from, int limit) {
        return new LedgerRows(transaction.jdbc()).read(from, limit);
    }

    @Override
    public Optional<Checkpoint> checkpoint(Transaction transaction) {
        return new LedgerRows(transaction.jdbc()).newestCheckpoint().map(CheckpointRow::checkpoint);
    }
}
