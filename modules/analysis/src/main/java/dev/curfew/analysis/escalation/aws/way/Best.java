package dev.curfew.analysis.escalation.aws.way;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The best step found so far: the first that is certain, else the first that is possible.
final class Best {
    /// So many that are only possible, one after another, are so for one reason, which is in the actor's own policies.
    /// With more looked at, an account of 10,000 roles takes minutes; a certain way behind so many is told as possible.
    private static final int POSSIBLE_MAX = 1024;

    private @Nullable Step step;
    private int possible;

    /// @return whether no better one is to be looked for
    boolean offer(Step offered) {
        if (step == null || (offered.verdict().isCertain() && !step.verdict().isCertain())) {
            step = offered;
        }
        return offered.verdict().isCertain() || ++possible >= POSSIBLE_MAX;
    }

    Optional<Step> step() {
        return Optional.ofNullable(step);
    }
}
