package dev.curfew.revocation.undo;

import dev.curfew.governance.officer.Office;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.AuditLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.revocation.journal.Course;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Takes back what a plan did, signed by as many officers as the plan takes: each act is in the ledger, and then it is
/// tried whether the credential works.
public final class TakingBack {
    /// Its entry holds the officer's signature over all that is to be taken back.
    public static final String DECIDED = "plan.taken-back";

    /// Whether an officer decided to take back what the plan did.
    public static boolean isDecided(AuditLog auditLog, Transaction transaction, RevocationPlan plan) {
        return auditLog.confirm(transaction, DECIDED, plan.hash()).isPresent();
    }

    private final Bench bench;
    private final Office office;
    private final PlanRecord plans;
    private final Reversals reversals;
    private final Consent consent;

    public TakingBack(Bench bench) {
        this.bench = bench;
        office = bench.office();
        plans = new PlanRecord(office);
        reversals = new Reversals(bench.catalogue());
        consent = new Consent(office, bench.catalogue());
    }

    /// @return what can be taken back, or NOTHING_TO_UNDO, or as `PlanRecord.find`
    public Outcome<Reversal> foresee(String planId) {
        return office.unitOfWork().run(transaction -> foresee(transaction, planId));
    }

    private Outcome<Reversal> foresee(Transaction transaction, String planId) {
        return plans.find(transaction, planId)
                .map(plan -> reversals.of(plan, transaction.steps().startingWith(plan.id() + "/")))
                .then(reversal -> reversal.acts().isEmpty()
                        ? Outcome.refused(Refusal.NOTHING_TO_UNDO, planId, String.join(" ", reversal.kept()))
                        : Outcome.done(reversal));
    }

    /// Signs what was shown, and takes that back and nothing else as soon as no signature is missing. Done again it
    /// goes
    /// on with what was refused or not answered.
    ///
    /// @param values what to try credentials with; neither kept nor closed here
    /// @return what became of each, or AT_WORK, CHANGED_SINCE_SHOWN, ACTING_OFF, UNDO_NEEDS_SIGNATURES, or as
    ///     [#foresee], `Roster.holder`, `Decisions.enter` and `PlanJudge.standing`; then nothing was done
    public Outcome<List<UndoneStep>> undo(
            OfficerKey officer, Reversal shown, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException {
        return bench.atWork().alone(shown.plan().id(), () -> undoAlone(officer, shown, values, progress));
    }

    private Outcome<List<UndoneStep>> undoAlone(
            OfficerKey officer, Reversal shown, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException {
        List<PlannedStep> steps = shown.acts().stream().map(Reversal.Act::step).toList();
        return switch (bench.revokers(steps)) {
            case Outcome.Refused<Map<SourceName, Revoker>>(Refusal why, String words) ->
                new Outcome.Refused<>(why, words);
            case Outcome.Done<Map<SourceName, Revoker>>(Map<SourceName, Revoker> revokers) ->
                switch (decided(officer, shown)) {
                    case Outcome.Refused<Reversal>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
                    case Outcome.Done<Reversal> _ ->
                        Outcome.done(act(officer.officer(), shown, revokers, values, progress));
                };
        };
    }

    /// The signature stands, whether or not it is the last that was missing.
    private Outcome<Reversal> decided(OfficerKey officer, Reversal shown) {
        Snapshot snapshot = office.store().current();
        return office.unitOfWork()
                .run(transaction ->
                        unchanged(transaction, shown).then(now -> consent.sign(transaction, snapshot, officer, now)))
                .then(_ -> office.unitOfWork().run(transaction -> enter(transaction, snapshot, officer, shown)));
    }

    private Outcome<Reversal> enter(Transaction transaction, Snapshot snapshot, OfficerKey officer, Reversal shown) {
        return unchanged(transaction, shown)
                .then(now -> consent.given(transaction, snapshot, now))
                .then(now -> office.roster().holder(transaction, officer).map(_ -> {
                    append(transaction, officer, now);
                    return now;
                }));
    }

    private Outcome<Reversal> unchanged(Transaction transaction, Reversal shown) {
        return foresee(transaction, shown.plan().id())
                .then(now -> now.equals(shown)
                        ? Outcome.done(now)
                        : Outcome.refused(
                                Refusal.CHANGED_SINCE_SHOWN, shown.plan().id()));
    }

    private void append(Transaction transaction, OfficerKey officer, Reversal reversal) {
        RevocationPlan plan = reversal.plan();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("plan", plan.id());
        details.put("nonce", office.nonce());
        details.put("acts", reversal.texts());
        details.put("planHash", plan.hash());
        details.put("signature", officer.sign(CanonicalJson.text(details)));
        details.put("host", office.device().host());
        office.auditLog()
                .append(
                        transaction,
                        new AuditEvent(DECIDED, office.clock().instant(), officer.officer(), plan.hash(), details));
    }

    private List<UndoneStep> act(
            String officer,
            Reversal reversal,
            Map<SourceName, Revoker> revokers,
            Map<CredentialId, Secret> values,
            Progress progress)
            throws InterruptedException {
        Journal journal = new Journal(office, reversal.plan(), officer);
        List<UndoneStep> undone = new ArrayList<>();
        List<Reversal.Act> acts = reversal.acts();
        for (int i = 0; i < acts.size(); i++) {
            Reversal.Act act = acts.get(i);
            CredentialId credential = act.step().credential();
            progress.at(credential.text(), i, acts.size());
            Revoker revoker = Objects.requireNonNull(revokers.get(credential.source()));
            ActionOutcome outcome = bench.act(revoker, act.action(), credential);
            journal.undone(act.step(), act.action(), outcome);
            boolean last = acts.subList(i + 1, acts.size()).stream()
                    .noneMatch(other -> other.step().credential().equals(credential));
            Optional<Proof> proof =
                    last ? Optional.of(tried(reversal.plan(), credential, journal, values)) : Optional.empty();
            undone.add(new UndoneStep(act, outcome, proof));
        }
        return undone;
    }

    /// What was proved of its end is over: the newest proof says how it stands now.
    private Proof tried(RevocationPlan plan, CredentialId credential, Journal journal, Map<CredentialId, Secret> values)
            throws InterruptedException {
        Course course = Course.of(plan, credential, journal);
        Proof proof = new Trial(bench, journal, course, values.get(credential)).after(Duration.ZERO);
        journal.proven(course.last(), proof);
        return proof;
    }
}
