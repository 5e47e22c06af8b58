package dev.curfew.revocation.journal;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.ProofRecord;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.model.revocation.StepState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How far a plan came, as it counts by now: a step that was left to another plan is to do after all once that one took
/// it back, or the credential is back, and what was proved of its end is over.
public record PlanProgress(List<StepRecord> steps, List<ProofRecord> proofs) {
    public PlanProgress {
        steps = List.copyOf(steps);
        proofs = List.copyOf(proofs);
    }

    public static PlanProgress of(Transaction transaction, RevocationPlan plan, EndedSince since) {
        String prefix = plan.id() + "/";
        PlanProgress entered = new PlanProgress(
                transaction.steps().startingWith(prefix), transaction.proofs().startingWith(prefix));
        return entered.steps.stream().anyMatch(PlanProgress::isSuperseded)
                ? entered.without(plan, left(since.of(plan)))
                : entered;
    }

    private static boolean isSuperseded(StepRecord record) {
        return record.state() == StepState.SUPERSEDED;
    }

    private static Set<Integer> left(List<EndedStep> ended) {
        return ended.stream().map(one -> one.step().ordinal()).collect(Collectors.toSet());
    }

    /// @param left ordinals of the steps that are left to others still
    private PlanProgress without(RevocationPlan plan, Set<Integer> left) {
        Set<Integer> toDo = steps.stream()
                .filter(PlanProgress::isSuperseded)
                .map(StepRecord::ordinal)
                .filter(ordinal -> !left.contains(ordinal))
                .collect(Collectors.toSet());
        Set<CredentialId> open = plan.steps().stream()
                .filter(step -> toDo.contains(step.ordinal()))
                .map(PlannedStep::credential)
                .collect(Collectors.toSet());
        return new PlanProgress(
                steps.stream()
                        .filter(record -> !toDo.contains(record.ordinal()))
                        .toList(),
                proofs.stream()
                        .filter(record -> !open.contains(record.credential())
                                || !record.proof().saysGone())
                        .toList());
    }
}
