package dev.curfew.governance.officer;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.util.Map;
import java.util.Optional;

/// Officers as the ledger saw them added. The row alone is not believed: whoever can write to the database could put
/// their own public key there, and then every signature of theirs would verify.
public final class Roster {
    static final String ADDED = "officer.added";

    private final AuditLog auditLog;

    public Roster(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /// @return the officer, or NOT_AN_OFFICER, or ROSTER_CHANGED
    public Outcome<Officer> find(Transaction transaction, String name) {
        Optional<Officer> officer = transaction.officers().find(name);
        if (officer.isEmpty()) {
            return Outcome.refused(Refusal.NOT_AN_OFFICER, name);
        }
        boolean entered =
                auditLog.confirm(transaction, ADDED, hash(officer.get())).isPresent();
        return entered ? Outcome.done(officer.get()) : Outcome.refused(Refusal.ROSTER_CHANGED, name);
    }

    /// The officer whose key this is.
    ///
    /// @return the officer, or WRONG_KEY, or as [#find]
    public Outcome<Officer> holder(Transaction transaction, OfficerKey key) {
        return find(transaction, key.officer())
                .then(officer -> officer.publicKey().equals(key.publicKey())
                        ? Outcome.done(officer)
                        : Outcome.refused(Refusal.WRONG_KEY, key.officer()));
    }

    static String hash(Officer officer) {
        return Sha256.ofJson(Map.of("officer", officer.name(), "publicKey", officer.publicKey()));
    }
}
