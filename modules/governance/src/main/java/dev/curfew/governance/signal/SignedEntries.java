package dev.curfew.governance.signal;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Entries of the ledger that an officer signs with everything that they say.
///
/// @param schema what is signed besides, so that no statement stands for one of another kind
record SignedEntries(Office office, String type, String subject, String schema) {

    /// @return the entry, or as `Roster.holder`
    Outcome<LedgerEntry> append(Transaction transaction, OfficerKey officer, Map<String, Object> details) {
        return office.roster().holder(transaction, officer).map(_ -> {
            Map<String, Object> all = new LinkedHashMap<>(details);
            all.put("nonce", office.nonce());
            all.put("signature", officer.sign(statement(all)));
            return office.auditLog()
                    .append(
                            transaction,
                            new AuditEvent(type, office.clock().instant(), officer.officer(), subject, all));
        });
    }

    /// @return the entry, or SIGNAL_FORGED, or as `Roster.signer`
    Outcome<LedgerEntry> verified(Transaction transaction, LedgerEntry entry, String name) {
        Map<String, Object> details = entry.event().details();
        return office.roster()
                .signer(transaction, entry.event().actor(), entry.index())
                .then(officer -> Ed25519.verifies(
                                officer.publicKey(), statement(details), Objects.toString(details.get("signature"), ""))
                        ? Outcome.done(entry)
                        : Outcome.refused(Refusal.SIGNAL_FORGED, name));
    }

    private String statement(Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.remove("signature");
        all.put("schema", schema);
        return CanonicalJson.text(all);
    }
}
