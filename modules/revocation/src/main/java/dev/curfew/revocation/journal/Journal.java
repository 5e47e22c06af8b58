package dev.curfew.revocation.journal;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProbeAttempt;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The journal of one plan's run: each line committed with its ledger entry before the next thing happens, so that a
/// crash anywhere leaves the truth.
public final class Journal {
    private static final String MATCHED = "value.matched";

    private final Office office;
    private final RevocationPlan plan;
    private final StepEntries entries;
    private final UnitOfWork units;

    /// @param actor the officer on whose approval, or at whose wish, this is done
    public Journal(Office office, RevocationPlan plan, String actor) {
        this.office = office;
        this.plan = plan;
        entries = new StepEntries(office, plan, actor);
        units = new GroupCommit(office.unitOfWork());
    }

    public StepState state(PlannedStep step) {
        return record(step).map(StepRecord::state).orElse(StepState.PLANNED);
    }

    public Optional<StepRecord> record(PlannedStep step) {
        return units.run(transaction -> transaction.steps().find(plan.id() + "/" + step.ordinal()));
    }

    public Optional<Proof> proof(PlannedStep step) {
        return units.run(transaction ->
                transaction.proofs().find(plan.id() + "/" + step.ordinal()).map(ProofRecord::proof));
    }

    public List<ProbeAttempt> attempts(PlannedStep step) {
        return units.run(transaction -> transaction.attempts().startingWith(plan.id() + "/" + step.ordinal() + "/"));
    }

    /// What the source listed before anything was done, and before a try overwrote when it was last used.
    public void evidence(PlannedStep step, String listing) {
        run(transaction -> entries.enter(transaction, "evidence.listed", step, Map.of("listing", listing)));
    }

    /// As [#started], for all that begins at once: the acts do not wait for one another's lines.
    public void started(List<PlannedStep> steps) {
        Instant now = office.clock().instant();
        run(transaction -> steps.forEach(step -> entries.started(transaction, step, now, Map.of())));
    }

    /// Before the act: from here on it may have happened.
    public void started(PlannedStep step, String listing) {
        Instant now = office.clock().instant();
        run(transaction -> entries.started(transaction, step, now, Map.of("listing", listing)));
    }

    /// In place of the acts that other plans did; each is entered once for whoever did it.
    public void superseded(List<EndedStep> ended) {
        List<EndedStep> news = ended.stream().filter(one -> !isSuperseded(one)).toList();
        if (!news.isEmpty()) {
            run(transaction -> news.forEach(one -> entries.superseded(
                    transaction,
                    one,
                    Course.of(plan, one.step().credential(), this).isLast(one.step()))));
        }
    }

    private boolean isSuperseded(EndedStep ended) {
        return record(ended.step())
                .filter(record -> record.state() == StepState.SUPERSEDED)
                .filter(record -> record.detail().equals(ended.by()))
                .isPresent();
    }

    /// After the act, with the end of the windows that hung on the credential.
    public void acted(PlannedStep step, ActionOutcome outcome) {
        run(transaction -> entries.acted(transaction, step, outcome, Map.of()));
    }

    /// After it was taken back. What was not, stands as it stood.
    ///
    /// @param action that took it back
    public void undone(PlannedStep step, Action action, ActionOutcome outcome) {
        run(transaction -> entries.undone(transaction, step, action, outcome));
    }

    private void run(Consumer<Transaction> lines) {
        units.run(transaction -> {
            lines.accept(transaction);
            return true;
        });
    }

    public ProbeAttempt tried(PlannedStep step, boolean beforeAct, ProbeOutcome outcome) {
        return units.run(transaction -> {
            int number = 1
                    + transaction
                            .attempts()
                            .startingWith(plan.id() + "/" + step.ordinal() + "/")
                            .size();
            ProbeAttempt attempt = new ProbeAttempt(plan.id(), step.ordinal(), number, beforeAct, outcome);
            transaction.attempts().save(attempt);
            Map<String, Object> details = new LinkedHashMap<>(Words.of(outcome));
            details.put("attempt", number);
            details.put("beforeAct", beforeAct);
            entries.enter(transaction, "probe.attempted", step, details);
            return attempt;
        });
    }

    /// That this very value was the credential's own, so that it is known again when the source no longer says.
    public void matched(PlannedStep step, String fingerprint) {
        run(transaction -> entries.enter(
                transaction,
                MATCHED,
                matchHash(step.credential(), fingerprint),
                Map.of("plan", plan.id(), "credential", step.credential().text())));
    }

    public boolean wasMatched(CredentialId credential, String fingerprint) {
        return units.run(transaction ->
                        office.auditLog().confirm(transaction, MATCHED, matchHash(credential, fingerprint)))
                .isPresent();
    }

    private String matchHash(CredentialId credential, String fingerprint) {
        return Sha256.ofJson(Map.of("plan", plan.hash(), "credential", credential.text(), "fingerprint", fingerprint));
    }

    public void proven(PlannedStep step, Proof proof) {
        units.run(transaction -> {
            entries.proven(transaction, step, proof);
            if (proof.isProved()) {
                // An act whose answer was lost is known by its effect.
                entries.endWindows(transaction, step);
            }
            return proof;
        });
    }
}
