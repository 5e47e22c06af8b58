package dev.curfew.testbed.memory;

import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.Checkpoint;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A log without tree and checkpoint: it believes what it holds. It refuses, as the real one does, what has no
/// canonical JSON.
public final class MemoryAuditLog implements AuditLog {
    @Override
    public LedgerEntry append(Transaction transaction, AuditEvent event) {
        List<LedgerEntry> ledger = ledger(transaction);
        LedgerEntry entry = entry(ledger.size(), event);
        ledger.add(entry);
        return entry;
    }

    /// What whoever holds the ledger's own key could do: enters what [#append] refuses.
    public void smuggle(Transaction transaction, AuditEvent event) {
        List<LedgerEntry> ledger = ledger(transaction);
        ledger.add(new LedgerEntry(ledger.size(), event, "", Sha256.hex("")));
    }

    private static LedgerEntry entry(int index, AuditEvent event) {
        String canonical = CanonicalJson.text(event.toJson());
        return new LedgerEntry(index, event, canonical, Sha256.hex(canonical));
    }

    @Override
    public Optional<LedgerEntry> confirm(Transaction transaction, String type, String subjectHash) {
        return confirmAll(transaction, type, subjectHash).reversed().stream().findFirst();
    }

    @Override
    public List<LedgerEntry> confirmAll(Transaction transaction, String type, String subjectHash) {
        return ledger(transaction).stream()
                .filter(entry -> entry.event().type().equals(type)
                        && entry.event().subjectHash().equals(subjectHash))
                .toList();
    }

    @Override
    public long count(Transaction transaction, String type, String subjectHash) {
        return confirmAll(transaction, type, subjectHash).size();
    }

    @Override
    public List<LedgerEntry> read(Transaction transaction, long from, int limit) {
        return ledger(transaction).stream().skip(from).limit(limit).toList();
    }

    @Override
    public Optional<Checkpoint> checkpoint(Transaction transaction) {
        return Optional.empty();
    }

    /// What whoever holds the ledger's own key could do: rewrites every event.
    public void rewrite(Transaction transaction, UnaryOperator<AuditEvent> change) {
        ledger(transaction).replaceAll(entry -> entry((int) entry.index(), change.apply(entry.event())));
    }

    private static List<LedgerEntry> ledger(Transaction transaction) {
        if (transaction instanceof MemoryTransaction memory) {
            return memory.ledger();
        }
        throw new IllegalArgumentException("a log in memory joins units of work in memory only");
    }
}
