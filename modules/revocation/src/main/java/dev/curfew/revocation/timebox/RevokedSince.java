package dev.curfew.revocation.timebox;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.revocation.plan.Told;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether whoever has a time-box was cut off since it was begun, by a plan that can be taken back: what the box ended
/// is not given back before.
final class RevokedSince {
    private final Office office;

    RevokedSince(Office office) {
        this.office = office;
    }

    /// @return the plan; empty if none did anything, or all was taken back
    Optional<String> by(Boxed boxed) {
        return office.unitOfWork().run(transaction -> {
            Map<String, Set<Integer>> acted = acted(transaction, boxed);
            return transaction.plans().all().stream()
                    .filter(plan ->
                            touches(plan, boxed) && mayBeTakenBack(plan, acted.getOrDefault(plan.id(), Set.of())))
                    .map(RevocationPlan::id)
                    .findFirst();
        });
    }

    /// The steps by plan.
    private static Map<String, Set<Integer>> acted(Transaction transaction, Boxed boxed) {
        return transaction.steps().all().stream()
                .filter(step -> step.at().isAfter(boxed.begunAt()) && mayHaveActed(step))
                .collect(Collectors.groupingBy(
                        StepRecord::planId, Collectors.mapping(StepRecord::ordinal, Collectors.toSet())));
    }

    private static boolean mayHaveActed(StepRecord step) {
        return switch (step.state()) {
            // what was refused may have been done in part
            case STARTED, ACTED, UNCERTAIN, REFUSED -> true;
            case PLANNED, UNDONE, SUPERSEDED -> false;
        };
    }

    /// What nobody can take back keeps nothing else from being given back.
    private static boolean mayBeTakenBack(RevocationPlan plan, Set<Integer> acted) {
        return plan.steps().stream().anyMatch(step -> step.action().reversible() && acted.contains(step.ordinal()));
    }

    private static boolean touches(RevocationPlan plan, Boxed boxed) {
        String subject = boxed.box().access().subject().text();
        return Told.of(plan).stream()
                .anyMatch(told ->
                        told.credential().equals(subject) || told.identity().equals(subject));
    }
}
