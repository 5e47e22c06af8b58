package dev.curfew.revocation.spool;

import dev.curfew.governance.approval.Decisions;
import dev.curfew.governance.approval.Subject;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.journal.StepEntries;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.plan.SignedPlan;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Enters into the ledger what was done without it, by an officer's signature: plan, approval, each step, all in one
/// unit of work, once. What was done is entered also where the policies would not let it be done today: the ledger
/// tells what happened.
public final class Ratifying {
    public static final String RATIFIED = "spool.ratified";

    private final Office office;
    private final Planner planner;
    private final PlanRecord plans;
    private final Decisions decisions;

    public Ratifying(Office office, Planner planner) {
        this.office = office;
        this.planner = planner;
        plans = new PlanRecord(office);
        decisions = new Decisions(office);
    }

    /// Whether the ledger has it already.
    public boolean isRatified(Spooled spooled) {
        return office.unitOfWork().run(transaction -> isRatified(transaction, spooled));
    }

    private boolean isRatified(Transaction transaction, Spooled spooled) {
        return office.auditLog().confirm(transaction, RATIFIED, spooled.id()).isPresent();
    }

    /// @return the plan, or ALREADY_RATIFIED, SPOOL_TAMPERED, or as `Roster.holder`, `Roster.find` and
    ///     `Decisions.admit`
    public Outcome<RevocationPlan> ratify(Spooled spooled, OfficerKey officer) {
        RevocationPlan plan = spooled.plan().plan();
        return office.unitOfWork()
                .run(transaction -> isRatified(transaction, spooled)
                        ? Outcome.<RevocationPlan>refused(Refusal.ALREADY_RATIFIED, plan.id())
                        : office.roster()
                                .holder(transaction, officer)
                                .then(_ -> genuine(transaction, spooled))
                                .then(_ -> kept(transaction, spooled.plan()))
                                .then(_ -> approved(transaction, spooled))
                                .map(receipt -> {
                                    steps(transaction, spooled, receipt);
                                    enter(transaction, spooled, officer);
                                    return plan;
                                }));
    }

    /// The key that signed the lines is an officer's, and so is the plan.
    private Outcome<Spooled> genuine(Transaction transaction, Spooled spooled) {
        RevocationPlan plan = spooled.plan().plan();
        return office.roster()
                .find(transaction, spooled.officer())
                .then(signer -> signer.publicKey().equals(spooled.publicKey())
                        ? office.roster().find(transaction, plan.requester())
                        : SpoolReader.tampered(spooled.file(), "key", spooled.officer()))
                .then(requester -> Ed25519.verifies(
                                requester.publicKey(),
                                plan.hash(),
                                spooled.plan().signature())
                        ? Outcome.done(spooled)
                        : SpoolReader.tampered(spooled.file(), "plan"));
    }

    /// The plan may have been made before the ledger could not be written any more.
    private Outcome<RevocationPlan> kept(Transaction transaction, SignedPlan signed) {
        RevocationPlan plan = signed.plan();
        if (transaction.plans().find(plan.id()).isEmpty()) {
            return Outcome.done(planner.keep(transaction, signed));
        }
        return plans.find(transaction, plan.id())
                .then(before -> before.hash().equals(plan.hash())
                        ? Outcome.done(before)
                        : Outcome.refused(Refusal.CHANGED_SINCE_SHOWN, plan.id()));
    }

    private Outcome<Receipt> approved(Transaction transaction, Spooled spooled) {
        Subject subject = Subject.of(spooled.plan().plan());
        return spooled.approval().officer().equals(spooled.officer())
                ? decisions.admit(transaction, subject, spooled.approval(), Map.of("spool", spooled.id()))
                : SpoolReader.tampered(spooled.file(), "key", spooled.officer());
    }

    private void steps(Transaction transaction, Spooled spooled, Receipt receipt) {
        StepEntries entries = new StepEntries(office, spooled.plan().plan(), receipt.officer());
        for (SpoolLine line : spooled.lines()) {
            Map<String, Object> details = Map.of(
                    "spool",
                    spooled.id(),
                    "line",
                    line.number(),
                    "doneAt",
                    line.at().toString());
            switch (line.what()) {
                case STARTED -> entries.started(transaction, spooled.step(line), line.at(), details);
                case ACTED -> entries.acted(transaction, spooled.step(line), outcome(line), details);
                case OPENED, LEFT, CLOSED -> {}
            }
        }
    }

    private static ActionOutcome outcome(SpoolLine line) {
        Instant at = line.at();
        String detail = line.field("detail");
        return switch (StepState.valueOf(line.field("outcome"))) {
            case ACTED -> new ActionOutcome.Done(at, detail);
            case REFUSED -> new ActionOutcome.Refused(at, detail);
            case UNCERTAIN, PLANNED, STARTED, UNDONE, SUPERSEDED -> new ActionOutcome.Uncertain(at, detail);
        };
    }

    private void enter(Transaction transaction, Spooled spooled, OfficerKey officer) {
        List<Integer> left = spooled.left().stream().map(PlannedStep::ordinal).toList();
        Map<String, Object> said = new HashMap<>();
        said.put("schema", "curfew.ratification/1");
        said.put("spool", spooled.id());
        said.put("last", spooled.hash());
        said.put("plan", spooled.plan().plan().id());
        said.put("planHash", spooled.plan().plan().hash());
        said.put("why", spooled.why());
        said.put("openedAt", spooled.at().toString());
        said.put("lines", spooled.lines().size() + 1);
        said.put("whole", spooled.isWhole());
        said.put("left", left);
        said.put("officer", officer.officer());
        said.put("at", office.clock().instant().toString());
        String text = CanonicalJson.text(said);
        Map<String, Object> details = new HashMap<>(said);
        details.put("statement", text);
        details.put("signature", officer.sign(text));
        details.put("device", office.device().id());
        details.put("host", office.device().host());
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(RATIFIED, office.clock().instant(), officer.officer(), spooled.id(), details));
    }
}
