package dev.curfew.governance.workload;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.SignedEntries;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is trusted to name workloads. As policies, it lives in the ledger alone, each entry signed by its officer:
/// whoever can write to the database still cannot ask in a workload's name.
public final class TrustBook {
    private static final String ENTERED = "workload.trust";

    /// One name for all entries: the newest of each name holds.
    private static final String SUBJECT = Sha256.hex("curfew.workload-trust");

    private final Office office;
    private final SignedEntries entries;

    public TrustBook(Office office) {
        this.office = office;
        entries = new SignedEntries(
                office, ENTERED, SUBJECT, WorkloadTrust.SCHEMA, Set.of("signature", "device", "host"));
    }

    /// Those that hold now, in the order in which they were first entered.
    ///
    /// @return them, or TRUST_FORGED, or as `Roster.find`
    public Outcome<List<WorkloadTrust>> inForce(Transaction transaction) {
        return entries.newest(transaction, "name", Refusal.TRUST_FORGED).then(TrustBook::standing);
    }

    /// Refused where an officer signed for another one.
    private static Outcome<List<WorkloadTrust>> standing(List<LedgerEntry> newest) {
        List<WorkloadTrust> standing = new ArrayList<>();
        for (AuditEvent event : newest.stream().map(LedgerEntry::event).toList()) {
            WorkloadTrust trust = WorkloadTrust.of(event.details());
            if (!trust.by().equals(event.actor())) {
                return Outcome.refused(Refusal.TRUST_FORGED, trust.name());
            }
            if (!trust.isWithdrawn()) {
                standing.add(trust);
            }
        }
        return Outcome.done(List.copyOf(standing));
    }

    /// The one by which this workload may ask.
    ///
    /// @return it, or NOT_TRUSTED, or as [#inForce]
    public Outcome<WorkloadTrust> of(Transaction transaction, Workload workload) {
        return inForce(transaction)
                .then(all -> all.stream()
                        .filter(trust -> trust.name().equals(workload.trust()) && trust.admits(workload.subject()))
                        .findFirst()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.NOT_TRUSTED, workload.text())));
    }

    /// Enters it in place of what was entered under its name.
    ///
    /// @return it, or as `Roster.holder`
    public Outcome<WorkloadTrust> enter(Transaction transaction, OfficerKey officer, WorkloadTrust trust) {
        return office.roster().holder(transaction, officer).map(_ -> {
            Map<String, Object> details = trust.toJson();
            details.put("signature", officer.sign(trust.statement()));
            details.put("device", office.device().id());
            details.put("host", office.device().host());
            office.auditLog()
                    .append(transaction, new AuditEvent(ENTERED, trust.at(), officer.officer(), SUBJECT, details));
            return trust;
        });
    }
}
