package dev.curfew.revocation.plan;

import dev.curfew.governance.approval.Checked;
import dev.curfew.governance.approval.Recheck;
import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.officer.ShortIds;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.reach.PolicyReach;
import dev.curfew.governance.target.Targets;
import dev.curfew.model.governance.Window;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.journal.PlanRecord;
import java.util.List;
import java.util.Map;

/// Makes plans: what to revoke, in what order, and what the officer is to know beforehand. Changes nothing at a source.
public final class Planner {
    private final Office office;
    private final Targets targets;
    private final PlanLimits limits;
    private final Choice choice;
    private final Preview preview;

    public Planner(
            Office office,
            Targets targets,
            Catalogue catalogue,
            Protection protection,
            PolicyReach policyReach,
            PlanLimits limits) {
        this.office = office;
        this.targets = targets;
        this.limits = limits;
        choice = new Choice(catalogue, targets, protection);
        preview = new Preview(policyReach, limits);
    }

    /// Makes a plan, keeps it, and enters it in the ledger, signed by whoever asked.
    ///
    /// @return the plan, or NO_REASON, NOTHING_TO_REVOKE, UNKNOWN_CREDENTIAL, AMBIGUOUS, ACTING_OFF, NOT_REVOCABLE,
    ///     PROTECTED, OWN_CREDENTIAL, TOO_MANY_STEPS, or as `Roster.holder`; a plan is whole or not at all
    public Outcome<RevocationPlan> plan(OfficerKey requester, PlanOrder order) throws InterruptedException {
        if (order.reason().isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        Snapshot snapshot = office.store().current();
        return draft(snapshot, order)
                .then(draft ->
                        office.unitOfWork().run(transaction -> enter(transaction, requester, order, snapshot, draft)));
    }

    private record Draft(List<PlannedStep> steps, Map<String, Object> preview) {}

    private Outcome<Draft> draft(Snapshot snapshot, PlanOrder order) throws InterruptedException {
        List<Window> windows =
                office.unitOfWork().run(transaction -> transaction.windows().all());
        Ground ground = new Ground(new SnapshotIndex(snapshot), windows, targets);
        return choice.of(ground, order).then(chosen -> {
            List<PlannedStep> steps = Steps.of(chosen);
            return steps.size() > limits.stepsMax()
                    ? Outcome.refused(Refusal.TOO_MANY_STEPS, steps.size(), limits.stepsMax())
                    : Outcome.done(new Draft(steps, preview.of(ground, chosen, order.extent())));
        });
    }

    private Outcome<RevocationPlan> enter(
            Transaction transaction, OfficerKey requester, PlanOrder order, Snapshot snapshot, Draft draft) {
        return office.roster().holder(transaction, requester).map(officer -> {
            RevocationPlan plan = new RevocationPlan(
                    ShortIds.next("p", office.random(), id -> taken(transaction, id)),
                    officer.name(),
                    order.reason().strip(),
                    office.clock().instant(),
                    snapshot.number(),
                    draft.steps(),
                    draft.preview());
            transaction.plans().save(plan);
            office.auditLog()
                    .append(
                            transaction,
                            new AuditEvent(
                                    PlanRecord.MADE,
                                    plan.createdAt(),
                                    officer.name(),
                                    plan.hash(),
                                    Map.of(
                                            "plan",
                                            plan.toJson(),
                                            PlanRecord.SIGNATURE,
                                            requester.sign(plan.hash()),
                                            "device",
                                            office.device().id(),
                                            "host",
                                            office.device().host())));
            return plan;
        });
    }

    private static boolean taken(Transaction transaction, String id) {
        return transaction.plans().find(id).isPresent();
    }

    /// Computes the plan's preview again, here and now, for whoever decides on it.
    public Checked recheck(RevocationPlan plan) throws InterruptedException {
        Snapshot snapshot = office.store().current();
        List<String> credentials = plan.steps().stream()
                .map(step -> step.credential().text())
                .distinct()
                .toList();
        Extent extent = Extent.valueOf(String.valueOf(plan.preview().get("extent")));
        return switch (draft(snapshot, new PlanOrder(credentials, extent, plan.reason()))) {
            case Outcome.Refused<Draft> _ -> Checked.on(snapshot, Recheck.NOT_CHECKED, "");
            case Outcome.Done<Draft>(Draft draft) -> {
                String hash = Sha256.ofJson(draft.preview());
                Recheck recheck = hash.equals(Sha256.ofJson(plan.preview())) ? Recheck.SAME : Recheck.CHANGED;
                yield Checked.on(snapshot, recheck, hash);
            }
        };
    }
}
