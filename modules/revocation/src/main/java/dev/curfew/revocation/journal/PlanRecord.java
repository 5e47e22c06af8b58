package dev.curfew.revocation.journal;

import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.ledger.LedgerEntry;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import java.util.Objects;
import java.util.Optional;

/// Reads a plan back, and believes it only if the ledger saw exactly it made, signed by its requester.
public final class PlanRecord {
    public static final String MADE = "plan.made";

    /// The detail of that entry which holds the requester's signature over the plan's hash.
    public static final String SIGNATURE = "signature";

    private final Office office;

    public PlanRecord(Office office) {
        this.office = office;
    }

    /// @return the plan, or UNKNOWN_PLAN, FORGED, or as `Roster.find`
    public Outcome<RevocationPlan> find(Transaction transaction, String id) {
        Optional<RevocationPlan> plan = transaction.plans().find(id);
        if (plan.isEmpty()) {
            return Outcome.refused(Refusal.UNKNOWN_PLAN, id);
        }
        if (Playbook.isActor(plan.get().requester())) {
            return byPlaybook(transaction, plan.get());
        }
        Optional<LedgerEntry> entry =
                office.auditLog().confirm(transaction, MADE, plan.get().hash());
        return entry.isEmpty()
                ? forged(plan.get(), "row")
                : office.roster()
                        .signer(transaction, plan.get().requester(), entry.get().index())
                        .then(requester -> verify(plan.get(), entry.get(), requester));
    }

    /// Nobody asked for it, so nobody signed it; whether it may run is asked of its playbook then.
    private Outcome<RevocationPlan> byPlaybook(Transaction transaction, RevocationPlan plan) {
        return office.auditLog()
                        .confirm(transaction, MADE, plan.hash())
                        .filter(entry -> entry.event().actor().equals(plan.requester()))
                        .isPresent()
                ? Outcome.done(plan)
                : forged(plan, "row");
    }

    /// The requester's signature over its hash; empty where nobody asked for it.
    public Optional<String> signature(Transaction transaction, RevocationPlan plan) {
        return office.auditLog()
                .confirm(transaction, MADE, plan.hash())
                .map(PlanRecord::signature)
                .filter(signature -> !signature.isEmpty());
    }

    private static String signature(LedgerEntry entry) {
        return Objects.toString(entry.event().details().get(SIGNATURE), "");
    }

    private static Outcome<RevocationPlan> verify(RevocationPlan plan, LedgerEntry entry, Officer requester) {
        return Ed25519.verifies(requester.publicKey(), plan.hash(), signature(entry))
                ? Outcome.done(plan)
                : forged(plan, "signature");
    }

    private static Outcome<RevocationPlan> forged(RevocationPlan plan, String flaw) {
        return Outcome.refused(
                Refusal.FORGED, plan.id(), Messages.of(PlanRecord.class).text(flaw));
    }
}
