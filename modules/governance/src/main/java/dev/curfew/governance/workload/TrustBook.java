package dev.curfew.governance.workload;

import dev.curfew.governance.officer.Believed;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Who is trusted to name workloads. As policies, it lives in the ledger alone, each entry signed by its officer:
/// whoever can write to the database still cannot ask in a workload's name.
public final class TrustBook {
    private static final String ENTERED = "workload.trust";
    private static final String NAME = "name";

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
    public Believed<WorkloadTrust> inForce(Transaction transaction) {
        Believed<WorkloadTrust> newest =
                Believed.of(entries.newest(transaction, NAME), entry -> read(transaction, entry));
        return newest.with(
                newest.all().stream().filter(trust -> !trust.isWithdrawn()).toList());
    }

    /// Refused where an officer signed for another one.
    private Outcome<WorkloadTrust> read(Transaction transaction, LedgerEntry entry) {
        String name = Objects.toString(entry.event().details().get(NAME), "");
        return entries.verified(transaction, entry, Refusal.TRUST_FORGED, name).then(_ -> {
            WorkloadTrust trust = WorkloadTrust.of(entry.event().details());
            return trust.by().equals(entry.event().actor())
                    ? Outcome.done(trust)
                    : Outcome.refused(Refusal.TRUST_FORGED, name);
        });
    }

    /// The one by which this workload may ask.
    ///
    /// @return it, or NOT_TRUSTED, TRUST_FORGED, UNREADABLE, or as `Roster.signer`
    public Outcome<WorkloadTrust> of(Transaction transaction, Workload workload) {
        Outcome<WorkloadTrust> none = Outcome.refused(Refusal.NOT_TRUSTED, workload.text());
        return entries.newest(transaction, NAME, workload.trust())
                .map(entry -> Believed.guarded(entry, it -> read(transaction, it)))
                .map(found -> found.then(
                        trust -> !trust.isWithdrawn() && trust.admits(workload.subject()) ? Outcome.done(trust) : none))
                .orElse(none);
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
