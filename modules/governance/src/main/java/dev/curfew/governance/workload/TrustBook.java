package dev.curfew.governance.workload;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Workload;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who is trusted to name workloads. As policies, it lives in the ledger alone, each entry signed by its officer:
/// whoever can write to the database still cannot ask in a workload's name.
public final class TrustBook {
    private static final String ENTERED = "workload.trust";

    /// One name for all entries: the newest of each name holds.
    private static final String SUBJECT = Sha256.hex("curfew.workload-trust");

    private final Office office;

    public TrustBook(Office office) {
        this.office = office;
    }

    /// Those that hold now, in the order in which they were first entered.
    ///
    /// @return them, or TRUST_FORGED, or as `Roster.find`
    public Outcome<List<WorkloadTrust>> inForce(Transaction transaction) {
        Map<String, LedgerEntry> newest = new LinkedHashMap<>();
        for (LedgerEntry entry : office.auditLog().confirmAll(transaction, ENTERED, SUBJECT)) {
            newest.put(text(entry.event().details(), "name"), entry);
        }
        Outcome<List<WorkloadTrust>> all = Outcome.done(List.of());
        for (LedgerEntry entry : newest.values()) {
            all = all.then(before -> verified(transaction, entry).map(trust -> with(before, trust)));
        }
        return all;
    }

    private static List<WorkloadTrust> with(List<WorkloadTrust> before, WorkloadTrust trust) {
        List<WorkloadTrust> more = new ArrayList<>(before);
        if (!trust.isWithdrawn()) {
            more.add(trust);
        }
        return List.copyOf(more);
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

    private Outcome<WorkloadTrust> verified(Transaction transaction, LedgerEntry entry) {
        Map<String, Object> details = entry.event().details();
        WorkloadTrust trust = WorkloadTrust.of(details);
        return office.roster()
                .signer(transaction, trust.by(), entry.index())
                .then(officer -> Ed25519.verifies(officer.publicKey(), trust.statement(), text(details, "signature"))
                        ? Outcome.done(trust)
                        : Outcome.refused(Refusal.TRUST_FORGED, trust.name()));
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

    private static String text(Map<String, Object> details, String name) {
        return Objects.toString(details.get(name), "");
    }
}
