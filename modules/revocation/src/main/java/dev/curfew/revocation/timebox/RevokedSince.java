package dev.curfew.revocation.timebox;

import dev.curfew.governance.officer.Office;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.revocation.StepRecord;
import dev.curfew.revocation.plan.Told;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether whoever has a time-box was cut off by a plan since it was begun: what it ended is not given back then.
final class RevokedSince {
    private final Office office;

    RevokedSince(Office office) {
        this.office = office;
    }

    /// @return the plan; empty if none did anything, or all was taken back
    Optional<String> by(Boxed boxed) {
        return office.unitOfWork().run(transaction -> {
            Set<String> acted = acted(transaction, boxed);
            return transaction.plans().all().stream()
                    .filter(plan -> acted.contains(plan.id()) && touches(plan, boxed))
                    .map(RevocationPlan::id)
                    .findFirst();
        });
    }

    private static Set<String> acted(Transaction transaction, Boxed boxed) {
        return transaction.steps().all().stream()
                .filter(step -> step.at().isAfter(boxed.begunAt()) && mayHaveActed(step))
                .map(StepRecord::planId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean mayHaveActed(StepRecord step) {
        return switch (step.state()) {
            case STARTED, ACTED, UNCERTAIN -> true;
            case PLANNED, REFUSED, UNDONE -> false;
        };
    }

    private static boolean touches(RevocationPlan plan, Boxed boxed) {
        String subject = boxed.box().access().subject().text();
        return Told.of(plan).stream()
                .anyMatch(told ->
                        told.credential().equals(subject) || told.identity().equals(subject));
    }
}
