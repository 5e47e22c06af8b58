package dev.curfew.model.port;

import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;

/// The evidence log.
public interface AuditLog {

    /// Appends within the unit of work, and signs the new checkpoint within it too.
    LedgerEntry append(Transaction transaction, AuditEvent event);

    /// Re-reads the newest entry of this type about exactly this subject, and checks that the log's signed checkpoint
    /// includes it.
    ///
    /// @param subjectHash 64 hexadecimal digits
    Optional<LedgerEntry> confirm(Transaction transaction, String type, String subjectHash);

    /// As [#confirm], every entry of this type about exactly this subject, oldest first.
    List<LedgerEntry> confirmAll(Transaction transaction, String type, String subjectHash);

    /// How many entries there are of this type about exactly this subject; none of them is checked.
    long count(Transaction transaction, String type, String subjectHash);

    /// Entries `from` (counted from 0) on, at most `limit`.
    List<LedgerEntry> read(Transaction transaction, long from, int limit);

    /// The newest; empty before the first entry.
    Optional<Checkpoint> checkpoint(Transaction transaction);
}
