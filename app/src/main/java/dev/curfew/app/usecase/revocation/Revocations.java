package dev.curfew.app.usecase.revocation;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Approval.Decision;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Store;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.after.Returned;
import dev.curfew.revocation.after.Returns;
import dev.curfew.revocation.approval.PlanDesk;
import dev.curfew.revocation.approval.PlanReview;
import dev.curfew.revocation.approval.PlanStanding;
import dev.curfew.revocation.journal.EndedSince;
import dev.curfew.revocation.journal.PlanProgress;
import dev.curfew.revocation.plan.KillOrder;
import dev.curfew.revocation.plan.Phase;
import dev.curfew.revocation.plan.Planner;
import dev.curfew.revocation.plan.RevocationOrder;
import dev.curfew.revocation.run.Beforehand;
import dev.curfew.revocation.run.Board;
import dev.curfew.revocation.run.Executor;
import dev.curfew.revocation.run.Lookout;
import dev.curfew.revocation.run.Revived;
import dev.curfew.revocation.run.RunReport;
import dev.curfew.revocation.run.StepReport;
import dev.curfew.revocation.run.Verifier;
import dev.curfew.revocation.undo.Reversal;
import dev.curfew.revocation.undo.TakingBack;
import dev.curfew.revocation.undo.UndoneStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Plans revocations, runs them, and proves them.
public final class Revocations {
    private final Books books;
    private final Store estate;
    private final Officers officers;
    private final Planner planner;
    private final PlanDesk desk;
    private final Executor executor;
    private final Verifier verifier;
    private final Kill.Works killing;
    private final Lookout lookout;
    private final Returns returns;
    private final Spools spools;
    private final TakingBack takingBack;

    public Revocations(
            Books books,
            Store estate,
            Officers officers,
            Planner planner,
            PlanDesk desk,
            Executor executor,
            Verifier verifier,
            Beforehand beforehand,
            Lookout lookout,
            Returns returns,
            Spools spools,
            TakingBack takingBack) {
        this.books = books;
        this.estate = estate;
        this.officers = officers;
        this.planner = planner;
        this.desk = desk;
        this.executor = executor;
        this.verifier = verifier;
        killing = new Kill.Works(desk, beforehand, executor, this::find);
        this.lookout = lookout;
        this.returns = returns;
        this.spools = spools;
        this.takingBack = takingBack;
    }

    /// In the order of their making.
    public List<RevocationCase> list() {
        Spools.Open open = spools.open();
        List<RevocationCase> entered = books.read(transaction -> {
            EndedSince since = desk.endedSince(transaction);
            return transaction.plans().all().stream()
                    .map(plan -> of(transaction, plan, since))
                    .toList();
        });
        Set<String> known = entered.stream().map(one -> one.plan().id()).collect(Collectors.toSet());
        return Stream.concat(
                        entered.stream()
                                .map(one ->
                                        open.of(one.plan().id()).map(one::with).orElseGet(() -> waiting(one))),
                        open.spools().stream()
                                .filter(one -> !known.contains(one.plan().plan().id()))
                                .map(RevocationCase::of))
                .map(one -> one.asOf(estate::current))
                .toList();
    }

    /// @throws Refused if there is no such plan
    public RevocationCase find(String planId) {
        return books.read(transaction -> transaction
                        .plans()
                        .find(planId)
                        .map(plan -> of(transaction, plan, desk.endedSince(transaction))))
                .map(this::waiting)
                .map(one -> one.asOf(estate::current))
                .orElseThrow(() -> new Refused(Messages.of(Revocations.class).text("unknown-plan", planId)));
    }

    /// Plans the end of credentials, or of all credentials of an identity, and keeps the plan with its preview. Changes
    /// nothing at a source.
    ///
    /// @throws Refused if a target is unknown, ambiguous, protected, or cannot be revoked
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public RevocationCase plan(OfficerLogin requester, RevocationOrder order) throws InterruptedException {
        try (OfficerKey key = officers.unlock(requester)) {
            return find(Outcomes.require(planner.plan(key, order)).id());
        }
    }

    /// What a plan would tell whoever decides on it. Keeps nothing, and changes nothing.
    ///
    /// @throws Refused as [#plan]
    public Map<String, Object> foresee(RevocationOrder order) throws InterruptedException {
        return Outcomes.require(planner.foresee(order));
    }

    /// The plan as it is to be shown before it is approved, with its preview computed again.
    ///
    /// @throws Refused if there is no such plan, its row is not what was made, what was done of it without the ledger
    ///     is not ratified, or the workspace is read-only
    public PlanReview review(String planId) throws InterruptedException {
        requireRatified(planId);
        return Outcomes.require(desk.review(planId));
    }

    void requireRatified(String planId) {
        books.requireWritable();
        if (spools.open().of(planId).isPresent()) {
            throw new Refused(Refusal.RATIFY_FIRST.name(), Refusal.RATIFY_FIRST.words(planId));
        }
    }

    /// Signs the plan that was shown, and does nothing else.
    ///
    /// @return who has signed now, and what is missing
    /// @throws Refused if the plan was denied or changed since it was shown, other plans ended all of it, or a policy
    ///     forbids it
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public PlanStanding approve(OfficerLogin officer, PlanReview shown) {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(shown.withSomethingLeft()
                    .then(left -> desk.approve(left, key))
                    .then(_ -> desk.standing(shown.plan())));
        }
    }

    /// Refuses the plan that was shown, for good: it never runs.
    ///
    /// @param reason may be empty
    /// @throws Refused if the plan was denied before, or changed since it was shown
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public RevocationCase deny(OfficerLogin officer, PlanReview shown, String reason) {
        try (OfficerKey key = officers.unlock(officer)) {
            Outcomes.require(desk.deny(shown, key, reason));
        }
        return find(shown.plan().id());
    }

    /// Approves the plan that was shown by the officer's signature, runs it, and probes until refused. Run again, it
    /// goes on where it stopped.
    ///
    /// @param values what to probe with, by credential; in memory for this run only; neither kept nor closed here
    /// @throws Refused if the plan was denied or changed since it was shown, other plans ended all of it, more officers
    ///     have to sign it, which it waits for then, or a source may not be acted on
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public RunReport run(
            OfficerLogin officer, PlanReview shown, Map<CredentialId, Secret> values, Progress progress, Board board)
            throws InterruptedException {
        if (Phase.of(shown.plan()).isPresent()) {
            PlanReview left = Outcomes.require(shown.withSomethingLeft());
            try (Kill kill = new Kill(left, officers.unlock(officer), killing)) {
                return kill.run(values, progress, board).run();
            }
        }
        Receipt receipt;
        try (OfficerKey key = officers.unlock(officer)) {
            receipt = Outcomes.require(shown.withSomethingLeft().then(left -> desk.approve(left, key)));
        }
        return Outcomes.require(executor.run(shown.plan(), receipt, values, progress, board));
    }

    /// Plans what is to be cut off at once, as [#plan], for who shows it and runs it in one go.
    ///
    /// @return closed by the caller
    /// @throws Refused as [#plan]
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public Kill kill(OfficerLogin officer, KillOrder order) throws InterruptedException {
        OfficerKey key = officers.unlock(officer);
        boolean planned = false;
        try {
            PlanReview review = Outcomes.require(planner.planned(key, order).then(desk::review));
            planned = true;
            return new Kill(review, key, killing);
        } finally {
            if (!planned) {
                key.close();
            }
        }
    }

    /// Tries again what a plan revoked. Changes nothing at a source.
    ///
    /// @throws Refused if a step of the plan is still to run
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public List<StepReport> verify(
            OfficerLogin officer, String planId, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException {
        String actor;
        try (OfficerKey key = officers.unlock(officer)) {
            actor = key.officer();
        }
        return Outcomes.require(verifier.verify(planId, actor, values, progress));
    }

    /// What of a plan can be taken back, and what cannot. Changes nothing.
    ///
    /// @throws Refused if there is no such plan, nothing of it can be taken back, what was done of it without the
    ///     ledger is not ratified, or the workspace is read-only
    public Reversal reversal(String planId) {
        requireRatified(planId);
        return Outcomes.require(takingBack.foresee(planId));
    }

    /// Takes back what was shown, by the officer's signature, and tries whether the credentials work again.
    ///
    /// @param values what to try with, by credential; in memory for this run only; neither kept nor closed here
    /// @throws Refused if it is no longer what was shown, or a source may not be acted on; then nothing was done
    /// @throws dev.curfew.governance.officer.OfficerKeyException if the passphrase is wrong
    public List<UndoneStep> undo(
            OfficerLogin officer, Reversal shown, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException {
        try (OfficerKey key = officers.unlock(officer)) {
            return Outcomes.require(takingBack.undo(key, shown, values, progress));
        }
    }

    /// Asks the sources whether what was revoked lately is good again.
    ///
    /// @return what was gone when it was last looked at
    /// @throws Refused if the workspace is read-only
    public List<Revived> lookAgain() throws InterruptedException {
        books.requireWritable();
        return lookout.look();
    }

    /// Whether an identity that was cut off is back by the newest reading.
    ///
    /// @return what was not so before
    /// @throws Refused if the workspace is read-only
    public List<Returned> lookForReturned() {
        books.requireWritable();
        return returns.look();
    }

    /// What is back by the newest reading.
    public List<Returned> returned() {
        return returns.standing();
    }

    /// What was revoked, is good again, and was not proved gone since.
    public List<Revived> revived() {
        return lookout.standing();
    }

    private RevocationCase waiting(RevocationCase one) {
        boolean signed = one.decisions().stream().anyMatch(it -> it.decision() == Decision.APPROVE);
        return signed && one.steps().isEmpty() ? one.with(missing(one.plan()).filter(PlanStanding::waits)) : one;
    }

    /// Empty where it cannot be told: then running it says why.
    private Optional<PlanStanding> missing(RevocationPlan plan) {
        return desk.standing(plan) instanceof Outcome.Done<PlanStanding>(PlanStanding standing)
                ? Optional.of(standing)
                : Optional.empty();
    }

    private static RevocationCase of(Transaction transaction, RevocationPlan plan, EndedSince since) {
        String prefix = plan.id() + "/";
        PlanProgress progress = PlanProgress.of(transaction, plan, since);
        return new RevocationCase(
                plan,
                transaction.approvals().startingWith(prefix),
                progress.steps(),
                transaction.attempts().startingWith(prefix),
                progress.proofs());
    }
}
