package dev.curfew.governance.breakglass.drill;

import dev.curfew.model.proof.ProbeOutcome;
import dev.curfew.model.proof.RefusalClass;
import java.time.Duration;
import java.util.Optional;

/// Tries until something is refused for being gone, so many times in a row.
final class Refusals {
    private final DrillLimits limits;
    private final Pausing pausing;

    Refusals(DrillLimits limits, Pausing pausing) {
        this.limits = limits;
        this.pausing = pausing;
    }

    /// What is tried.
    @FunctionalInterface
    interface Try {
        ProbeOutcome once() throws InterruptedException;
    }

    /// @param after from the beginning to the first of the closing refusals; empty if it was not refused in time
    /// @param last what the last try met
    record Seen(int tries, Optional<Duration> after, ProbeOutcome last) {}

    Seen await(Try trying) throws InterruptedException {
        long start = System.nanoTime();
        int tries = 0;
        int inARow = 0;
        long firstAt = start;
        while (true) {
            long at = System.nanoTime();
            ProbeOutcome outcome = trying.once();
            tries++;
            if (saysGone(outcome)) {
                firstAt = inARow == 0 ? at : firstAt;
                inARow++;
                if (inARow >= limits.confirmations()) {
                    return new Seen(tries, Optional.of(Duration.ofNanos(firstAt - start)), outcome);
                }
            } else {
                inARow = 0;
                if (System.nanoTime() - start > limits.refusalWaitMax().toNanos()) {
                    return new Seen(tries, Optional.empty(), outcome);
                }
            }
            pausing.pause(limits.pause());
        }
    }

    static boolean saysGone(ProbeOutcome outcome) {
        return outcome instanceof ProbeOutcome.Refused refused && refused.refusal() == RefusalClass.INVALID_CREDENTIAL;
    }
}
