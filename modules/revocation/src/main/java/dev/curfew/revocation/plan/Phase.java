package dev.curfew.revocation.plan;

import dev.curfew.model.revocation.RevocationPlan;
import java.util.List;
import java.util.Optional;

/// The parts of a plan that is run at many sources at once, in order.
public enum Phase {
    /// What makes credentials, and the workload that would ask for one again: nothing makes anew what is ended after.
    MINTING,
    /// What can be undone at the target.
    CONTAINMENT,
    /// What cannot.
    ENDING,
    DELETION,
    /// What Curfew itself works with; everything else is proved by then.
    OWN;

    /// Under which the preview keeps the phase of each step.
    static final String KEPT = "phases";

    /// The phase of each step in order; empty for a plan that runs one step after another.
    public static Optional<List<Phase>> of(RevocationPlan plan) {
        if (!(plan.preview().get(KEPT) instanceof List<?> names)) {
            return Optional.empty();
        }
        if (names.size() != plan.steps().size()) {
            throw new IllegalArgumentException("every step of " + plan.id() + " has its phase");
        }
        return Optional.of(
                names.stream().map(name -> Phase.valueOf(String.valueOf(name))).toList());
    }
}
