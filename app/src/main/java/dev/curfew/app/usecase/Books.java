package dev.curfew.app.usecase;

import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/// Where a workspace's changes are entered: rows and ledger entry in one unit of work.
public final class Books {
    /// The actor of what nobody signed with a key of their own.
    private static final String NOBODY = "curfew";

    private final UnitOfWork units;
    private final AuditLog auditLog;
    private final InstantSource clock;
    private final boolean readOnly;

    public Books(UnitOfWork units, AuditLog auditLog, InstantSource clock, boolean readOnly) {
        this.units = units;
        this.auditLog = auditLog;
        this.clock = clock;
        this.readOnly = readOnly;
    }

    public <T> T read(Function<Transaction, T> work) {
        return units.run(work);
    }

    /// @throws Refused if the workspace is read-only
    public <T> T write(Function<Transaction, T> work) {
        requireWritable();
        return units.run(work);
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /// @throws Refused if the workspace is read-only
    public void requireWritable() {
        if (readOnly) {
            throw new Refused(Messages.of(Books.class).text("read-only"));
        }
    }

    /// @param details values that `CanonicalJson` takes; never a secret
    public void enter(Transaction transaction, String type, Map<String, Object> details) {
        auditLog.append(transaction, new AuditEvent(type, clock.instant(), NOBODY, "", details));
    }
}
