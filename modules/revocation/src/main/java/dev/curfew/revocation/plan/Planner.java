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
import dev.curfew.model.id.EntityId;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.Sha256;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.choice.Choice;
import dev.curfew.revocation.choice.Emergency;
import dev.curfew.revocation.choice.Protection;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.plan.Drafts.Draft;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// Makes plans: what to revoke, in what order, and what the officer is to know beforehand. Changes nothing at a source.
public final class Planner {
    private final Office office;
    private final Drafts drafts;

    public Planner(
            Office office,
            Targets targets,
            Catalogue catalogue,
            Protection protection,
            PolicyReach policyReach,
            PlanLimits limits) {
        this.office = office;
        Choice choice = new Choice(catalogue, targets, protection);
        drafts = new Drafts(office, targets, choice, new Emergency(choice, protection), policyReach, limits, catalogue);
    }

    /// Makes a plan, keeps it, and enters it in the ledger, signed by whoever asked.
    ///
    /// @return the plan, or NO_REASON, NOTHING_TO_REVOKE, UNKNOWN_CREDENTIAL, AMBIGUOUS, ACTING_OFF, NOT_REVOCABLE,
    ///     PROTECTED, OWN_CREDENTIAL, TOO_MANY_STEPS, NOTHING_TO_KILL, or as `Roster.holder`; a plan is
    ///     whole or not at all, but for an emergency, which tells what it leaves alone
    public Outcome<RevocationPlan> plan(OfficerKey requester, RevocationOrder order) throws InterruptedException {
        return planned(requester, order).map(Planned::plan);
    }

    /// As [#plan(OfficerKey, RevocationOrder)], for who decides on it at once.
    public Outcome<Planned> planned(OfficerKey requester, RevocationOrder order) throws InterruptedException {
        if (order.reason().isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        Snapshot snapshot = office.store().current();
        return drafts.of(snapshot, order)
                .then(draft -> office.unitOfWork()
                        .run(transaction -> enter(transaction, requester, order, snapshot, draft))
                        .map(plan -> new Planned(plan, checked(snapshot, plan, draft))));
    }

    /// A plan with what was found when its preview was computed last.
    public record Planned(RevocationPlan plan, Checked checked) {}

    /// Makes a plan that nobody asks for by a signature of their own, and keeps it if it is entered.
    ///
    /// @param requester on whose account it is
    /// @param entering says whether it may be, and enters it
    /// @return the plan, or as [#plan(OfficerKey, RevocationOrder)], or as the entering says
    public Outcome<RevocationPlan> plan(
            String requester,
            RevocationOrder order,
            BiFunction<Transaction, RevocationPlan, Outcome<RevocationPlan>> entering)
            throws InterruptedException {
        Snapshot snapshot = office.store().current();
        return drafts.of(snapshot, order)
                .then(draft -> office.unitOfWork().run(transaction -> {
                    RevocationPlan plan = made(transaction, requester, order, snapshot, draft);
                    return entering.apply(transaction, plan).map(entered -> {
                        transaction.plans().save(entered);
                        return entered;
                    });
                }));
    }

    /// Everything that the text may name by its id or fingerprint.
    public List<EntityId> named(String text) {
        return drafts.ground(office.store().current()).named(text);
    }

    /// What a plan would say to whoever decides on it. Keeps nothing, and changes nothing.
    ///
    /// @return the preview, or as [#plan]
    public Outcome<Map<String, Object>> foresee(RevocationOrder order) throws InterruptedException {
        return drafts.of(office.store().current(), order).map(Draft::preview);
    }

    private Outcome<RevocationPlan> enter(
            Transaction transaction, OfficerKey requester, RevocationOrder order, Snapshot snapshot, Draft draft) {
        return signed(transaction, requester, order, snapshot, draft).map(plan -> keep(transaction, plan));
    }

    /// As [#plan(OfficerKey, RevocationOrder)], without keeping it: for when nothing may be kept.
    ///
    /// @return the plan, or as [#plan(OfficerKey, RevocationOrder)]
    public Outcome<SignedPlan> unkept(OfficerKey requester, RevocationOrder order) throws InterruptedException {
        if (order.reason().isBlank()) {
            return Outcome.refused(Refusal.NO_REASON);
        }
        Snapshot snapshot = office.store().current();
        return drafts.of(snapshot, order)
                .then(draft ->
                        office.unitOfWork().run(transaction -> signed(transaction, requester, order, snapshot, draft)));
    }

    private Outcome<SignedPlan> signed(
            Transaction transaction, OfficerKey requester, RevocationOrder order, Snapshot snapshot, Draft draft) {
        return office.roster().holder(transaction, requester).map(officer -> {
            RevocationPlan plan = made(transaction, officer.name(), order, snapshot, draft);
            return new SignedPlan(plan, requester.sign(plan.hash()), office.device());
        });
    }

    /// Keeps a plan, and enters that it was made.
    public RevocationPlan keep(Transaction transaction, SignedPlan signed) {
        transaction.plans().save(signed.plan());
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(
                                PlanRecord.MADE,
                                signed.plan().createdAt(),
                                signed.plan().requester(),
                                signed.plan().hash(),
                                Map.of(
                                        "plan",
                                        signed.plan().toJson(),
                                        PlanRecord.SIGNATURE,
                                        signed.signature(),
                                        "device",
                                        signed.device().id(),
                                        "host",
                                        signed.device().host())));
        return signed.plan();
    }

    private RevocationPlan made(
            Transaction transaction, String requester, RevocationOrder order, Snapshot snapshot, Draft draft) {
        return new RevocationPlan(
                ShortIds.next("p", office.random(), id -> taken(transaction, id)),
                requester,
                order.reason().strip(),
                office.clock().instant(),
                snapshot.number(),
                draft.steps(),
                draft.preview());
    }

    private static boolean taken(Transaction transaction, String id) {
        return transaction.plans().find(id).isPresent();
    }

    /// Computes the plan's preview again, here and now, for whoever decides on it.
    public Planned recheck(RevocationPlan plan) throws InterruptedException {
        Snapshot snapshot = office.store().current();
        return new Planned(
                plan,
                switch (drafts.of(snapshot, RevocationOrder.of(plan))) {
                    case Outcome.Refused<Draft> _ -> Checked.on(snapshot, Recheck.NOT_CHECKED, "");
                    case Outcome.Done<Draft>(Draft draft) -> checked(snapshot, plan, draft);
                });
    }

    private static Checked checked(Snapshot snapshot, RevocationPlan plan, Draft draft) {
        String hash = Sha256.ofJson(draft.preview());
        Recheck recheck = hash.equals(Sha256.ofJson(plan.preview())) ? Recheck.SAME : Recheck.CHANGED;
        return Checked.on(snapshot, recheck, hash);
    }
}
