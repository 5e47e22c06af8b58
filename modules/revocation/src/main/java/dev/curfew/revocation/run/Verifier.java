package dev.curfew.revocation.run;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.proof.ListingEvidence;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.journal.Course;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.journal.PlanRecord;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks again, later: a restored backup revives a revoked token, a re-enabled client its old access tokens.
public final class Verifier {
    private final Bench bench;
    private final PlanRecord plans;

    public Verifier(Bench bench) {
        this.bench = bench;
        plans = new PlanRecord(bench.office());
    }

    /// Tries every credential of a plan again. Changes nothing at a source.
    ///
    /// @param actor the officer's name
    /// @param values what to try them with; neither kept nor closed here
    /// @return a report for each credential, or ILLEGAL_STATE if a step of the plan is still to run, or as
    ///     `PlanRecord.find`
    public Outcome<List<StepReport>> verify(
            String planId, String actor, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException {
        return switch (bench.office().unitOfWork().run(transaction -> plans.find(transaction, planId))) {
            case Outcome.Refused<RevocationPlan>(Refusal why, String words) -> new Outcome.Refused<>(why, words);
            case Outcome.Done<RevocationPlan>(RevocationPlan plan) ->
                verify(plan, new Journal(bench.office(), plan, actor), values, progress);
        };
    }

    private Outcome<List<StepReport>> verify(
            RevocationPlan plan, Journal journal, Map<CredentialId, Secret> values, Progress progress)
            throws InterruptedException {
        if (plan.steps().stream().anyMatch(step -> isToRun(journal.state(step)))) {
            return Outcome.refused(Refusal.ILLEGAL_STATE, plan.id(), "not run to its end", "verified");
        }
        List<StepReport> reports = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            Course course = Course.of(plan, step.credential(), journal);
            if (course.isLast(step)) {
                progress.at(step.credential().text(), reports.size(), -1);
                Trial trial = new Trial(bench, journal, course, values.get(step.credential()));
                Proof proof = proof(journal, step, trial, values.containsKey(step.credential()));
                reports.add(new StepReport(step, journal.record(step).orElseThrow(), Optional.of(proof)));
            }
        }
        return Outcome.done(reports);
    }

    private static boolean isToRun(StepState state) {
        return switch (state) {
            case PLANNED, STARTED -> true;
            case ACTED, REFUSED, UNCERTAIN, UNDONE, SUPERSEDED -> false;
        };
    }

    private static Proof proof(Journal journal, PlannedStep step, Trial trial, boolean hasValue)
            throws InterruptedException {
        Optional<Proof> standing = journal.proof(step).filter(Proof::isProved);
        if (!hasValue && standing.isPresent() && !isListed(trial.listing())) {
            // Nothing new was learned: the dated proof stands.
            return standing.get();
        }
        Proof proof = trial.after(Duration.ZERO);
        journal.proven(step, proof);
        return proof;
    }

    private static boolean isListed(Optional<ListingEvidence> listing) {
        return listing.orElse(null) instanceof ListingEvidence.Listed listed && listed.active();
    }
}
