package dev.curfew.governance.attestation;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Entries of the ledger that stand for nothing but themselves, each signed by its officer.
final class OfficerEntries {
    /// One name for all: of what it is about there is no row.
    static final String SUBJECT = Sha256.hex("curfew.attestation");

    private static final String SIGNATURE = "signature";

    private final Office office;

    OfficerEntries(Office office) {
        this.office = office;
    }

    /// @return the entry, or as `Roster.holder`
    Outcome<LedgerEntry> append(Transaction transaction, OfficerKey officer, String type, Map<String, Object> details) {
        return office.roster().holder(transaction, officer).map(_ -> {
            Map<String, Object> all = new LinkedHashMap<>(details);
            all.put("nonce", office.nonce());
            all.put(SIGNATURE, officer.sign(statement(type, all)));
            return office.auditLog()
                    .append(
                            transaction,
                            new AuditEvent(type, office.clock().instant(), officer.officer(), SUBJECT, all));
        });
    }

    /// Those that hold, oldest first. One that is not what its officer signed is as if it were not there.
    List<LedgerEntry> all(Transaction transaction, String type) {
        return office.auditLog().confirmAll(transaction, type, SUBJECT).stream()
                .filter(entry -> holds(transaction, entry))
                .toList();
    }

    private boolean holds(Transaction transaction, LedgerEntry entry) {
        AuditEvent event = entry.event();
        String signature = Objects.toString(event.details().get(SIGNATURE), "");
        return office.roster()
                .signer(transaction, event.actor(), entry.index())
                .map(officer ->
                        Ed25519.verifies(officer.publicKey(), statement(event.type(), event.details()), signature))
                .equals(Outcome.done(true));
    }

    /// What the officer signs: all of it, and what kind of entry it is.
    private static String statement(String type, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.remove(SIGNATURE);
        all.put("schema", "curfew." + type + "/1");
        return CanonicalJson.text(all);
    }
}
