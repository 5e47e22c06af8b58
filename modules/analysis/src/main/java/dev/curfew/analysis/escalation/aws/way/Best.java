package dev.curfew.analysis.escalation.aws.way;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The best step found so far: the first that is certain, else the first that is possible.
final class Best {
    private @Nullable Step step;

    /// @return whether no better one is to be looked for
    boolean offer(Step offered) {
        if (step == null || (offered.verdict().isCertain() && !step.verdict().isCertain())) {
            step = offered;
        }
        return offered.verdict().isCertain();
    }

    Optional<Step> step() {
        return Optional.ofNullable(step);
    }
}
