package dev.curfew.app.console.screen.revocation;

import dev.curfew.app.usecase.revocation.RevocationCase;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.StepState;
import java.util.Set;

/// How far a revocation came.
enum Stage {
    PLANNED,
    /// Signed, by fewer than the policies want.
    WAITING,
    /// Done while the ledger could not be written, and not entered yet.
    UNRATIFIED,
    /// Begun; some step is still to do, or was cut off.
    BEGUN,
    /// Every step was tried, and something refused, or nobody knows.
    TROUBLE,
    /// Done, with nothing proved yet or not everything provable.
    ACTED,
    PROVED,
    /// Something of it was taken back.
    UNDONE;

    private static final Set<StepState> TROUBLED = Set.of(StepState.REFUSED, StepState.UNCERTAIN);

    static Stage of(RevocationCase one) {
        if (one.spooled().isPresent()) {
            return UNRATIFIED;
        }
        if (one.steps().stream().allMatch(step -> step.state() == StepState.PLANNED)) {
            return one.waiting().isPresent() ? WAITING : PLANNED;
        }
        if (one.steps().stream().anyMatch(step -> step.state() == StepState.UNDONE)) {
            return UNDONE;
        }
        boolean stillWorks = one.proofs().stream().anyMatch(it -> it.proof() instanceof Proof.StillWorks);
        if (stillWorks || one.steps().stream().anyMatch(step -> TROUBLED.contains(step.state()))) {
            return TROUBLE;
        }
        if (one.steps().stream().filter(step -> step.state().isDone()).count()
                < one.plan().steps().size()) {
            return BEGUN;
        }
        boolean proved = !one.proofs().isEmpty()
                && one.proofs().stream()
                        .allMatch(it -> it.proof() instanceof Proof.Proved || it.proof() instanceof Proof.ProvedAfter);
        return proved ? PROVED : ACTED;
    }
}
