package dev.curfew.revocation.run;

import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import dev.curfew.revocation.journal.Course;
import dev.curfew.revocation.journal.EndedStep;
import dev.curfew.revocation.journal.Journal;
import dev.curfew.revocation.journal.Words;
import dev.curfew.revocation.trial.Bench;
import dev.curfew.revocation.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs one step after another of a plan that may run: evidence, a try, the act, tries until refused. Each is in the
/// journal before the next begins; a step that was cut off is done again, for every action is idempotent.
final class StepRunner {
    private final Bench bench;
    private final RevocationPlan plan;
    private final Journal journal;
    private final Map<CredentialId, Secret> values;
    private final Set<PlannedStep> ended;

    /// @param ended what other plans did
    StepRunner(
            Bench bench,
            RevocationPlan plan,
            Journal journal,
            Map<CredentialId, Secret> values,
            List<EndedStep> ended) {
        this.bench = bench;
        this.plan = plan;
        this.journal = journal;
        this.values = values;
        this.ended = ended.stream().map(EndedStep::step).collect(Collectors.toSet());
    }

    boolean isToDo(PlannedStep step) {
        return journal.state(step) != StepState.ACTED && !ended.contains(step);
    }

    StepReport run(PlannedStep step, Revoker revoker) throws InterruptedException {
        Course course = Course.of(plan, step.credential(), journal);
        Trial trial = new Trial(bench, journal, course, values.get(step.credential()));
        if (isToDo(step)) {
            act(step, course, trial, revoker);
        }
        return course.isLast(step) ? verified(step, course, trial) : report(step);
    }

    /// Acts and nothing else: what there is to see beforehand is seen by others.
    StepRecord act(PlannedStep step, Revoker revoker) throws InterruptedException {
        journal.acted(step, bench.act(revoker, step.action(), step.credential()));
        return journal.record(step).orElseThrow();
    }

    /// Tries what the last step of a credential ended until it is refused.
    Proof prove(PlannedStep step) throws InterruptedException {
        Course course = Course.of(plan, step.credential(), journal);
        Trial trial = new Trial(bench, journal, course, values.get(step.credential()));
        return verified(step, course, trial).proof().orElseThrow();
    }

    private void act(PlannedStep step, Course course, Trial trial, Revoker revoker) throws InterruptedException {
        String listing = Words.of(trial.listing().orElse(null));
        if (course.isFirst(step)) {
            trial.before(step);
        }
        journal.started(step, listing);
        journal.acted(step, bench.act(revoker, step.action(), step.credential()));
    }

    private StepReport verified(PlannedStep step, Course course, Trial trial) throws InterruptedException {
        Optional<Proof> standing = journal.proof(step).filter(proof -> stands(proof, course));
        if (standing.isPresent()) {
            return report(step, standing);
        }
        // Nothing was done to it, so there is nothing to wait for.
        Duration wait = course.touched()
                ? bench.schedule()
                        .waitFor(bench.catalogue().kind(step.credentialKind()).orElse(null))
                : Duration.ZERO;
        Proof proof = trial.after(wait);
        journal.proven(step, proof);
        return report(step, Optional.of(proof));
    }

    /// What was proved before the plan acted, or another in its place, is of an act that was undone since.
    private static boolean stands(Proof proof, Course course) {
        return proof.isProved()
                && Stream.of(course.actedAt(), course.supersededAt())
                        .flatMap(Optional::stream)
                        .noneMatch(at -> proof.at().isBefore(at));
    }

    void pause(Duration length) throws InterruptedException {
        bench.sleeper().sleep(length);
    }

    StepReport report(PlannedStep step) {
        return report(step, Optional.empty());
    }

    StepReport report(PlannedStep step, Optional<Proof> proof) {
        return new StepReport(step, journal.record(step).orElseThrow(), proof);
    }
}
