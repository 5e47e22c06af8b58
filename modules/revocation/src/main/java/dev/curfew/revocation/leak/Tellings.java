package dev.curfew.revocation.leak;

import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.governance.officer.Believed;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What somebody told that no source shows: that a credential leaked, that an owner is gone. Nobody signs for it, for
/// it allows nothing by itself.
public final class Tellings {
    public static final String LEAKED = "credential.leaked";
    public static final String GONE = "owner.gone";

    /// One name for all.
    private static final String SUBJECT = Sha256.hex("curfew.tellings");

    /// Whoever works for the workspace itself.
    private static final String CURFEW = "curfew";

    private final AuditLog auditLog;

    public Tellings(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    public void leaked(Transaction transaction, CredentialId credential, Instant at) {
        Map<String, Object> details = Map.of(
                "source", credential.source().value(),
                "credential", credential.text(),
                "nativeId", credential.nativeId());
        auditLog.append(transaction, new AuditEvent(LEAKED, at, CURFEW, SUBJECT, details));
    }

    public void gone(Transaction transaction, String owner, Instant at) {
        auditLog.append(transaction, new AuditEvent(GONE, at, CURFEW, SUBJECT, Map.of("owner", owner)));
    }

    /// Each once, as it was told last.
    public List<Noted.Leak> leaks(Transaction transaction) {
        Map<CredentialId, Noted.Leak> leaks = new LinkedHashMap<>();
        Believed.of(auditLog.confirmAll(transaction, LEAKED, SUBJECT), entry -> Outcome.done(leak(entry)))
                .all()
                .forEach(leak -> leaks.put(leak.credential(), leak));
        return List.copyOf(leaks.values());
    }

    private static Noted.Leak leak(LedgerEntry entry) {
        return new Noted.Leak(
                new CredentialId(new SourceName(text(entry, "source")), text(entry, "nativeId")),
                entry.event().at());
    }

    /// As [#leaks].
    public List<Noted.Departure> departures(Transaction transaction) {
        Map<String, Noted.Departure> gone = new LinkedHashMap<>();
        for (LedgerEntry entry : auditLog.confirmAll(transaction, GONE, SUBJECT)) {
            gone.put(
                    text(entry, "owner"),
                    new Noted.Departure(text(entry, "owner"), entry.event().at()));
        }
        return List.copyOf(gone.values());
    }

    private static String text(LedgerEntry entry, String name) {
        return Objects.toString(entry.event().details().get(name), "");
    }
}
