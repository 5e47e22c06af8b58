package dev.curfew.revocation.journal;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far a plan has come with one credential, over all of its steps.
public record Course(List<PlannedStep> steps, Journal journal) {
    public static Course of(RevocationPlan plan, CredentialId credential, Journal journal) {
        return new Course(
                plan.steps().stream()
                        .filter(step -> step.credential().equals(credential))
                        .toList(),
                journal);
    }

    public boolean isFirst(PlannedStep step) {
        return steps.getFirst().equals(step);
    }

    public boolean isLast(PlannedStep step) {
        return steps.getLast().equals(step);
    }

    public PlannedStep last() {
        return steps.getLast();
    }

    public boolean acceptedBefore() {
        return steps.stream()
                .flatMap(step -> journal.attempts(step).stream())
                .anyMatch(attempt -> attempt.beforeAct() && attempt.outcome() instanceof ProbeOutcome.Accepted);
    }

    /// Whether the target did something to it, or may have.
    public boolean touched() {
        return actedAt().isPresent();
    }

    /// When the target first did something to it.
    public Optional<Instant> actedAt() {
        return steps.stream()
                .flatMap(step -> journal.record(step).stream())
                .filter(record -> mayHaveActed(record.state()))
                .map(StepRecord::at)
                .min(Comparator.naturalOrder());
    }

    /// When other plans last did a step of it in this one's place.
    public Optional<Instant> supersededAt() {
        return steps.stream()
                .flatMap(step -> journal.record(step).stream())
                .filter(record -> record.state() == StepState.SUPERSEDED)
                .map(StepRecord::at)
                .max(Comparator.naturalOrder());
    }

    private static boolean mayHaveActed(StepState state) {
        return switch (state) {
            case ACTED, UNCERTAIN -> true;
            case PLANNED, STARTED, REFUSED, UNDONE, SUPERSEDED -> false;
        };
    }
}
