package dev.curfew.app.cli.kill;

import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.plan.Told;
import java.util.function.ToIntFunction;

/// Asks records once an emergency's acts are done. Whatever becomes of that, what was done is told.
final class Afterwards {
    private static final Messages MESSAGES = Messages.of(Afterwards.class);

    private Afterwards() {}

    /// Asks what was made.
    @FunctionalInterface
    interface Asking {
        Traces traces() throws InterruptedException;
    }

    /// @param telling tells what was done, and judges it by what was made
    /// @throws InterruptedException if somebody stopped the asking; it is told then all the same
    static int told(RevocationPlan plan, Asking asking, ToIntFunction<Traces> telling) throws InterruptedException {
        Traces traces;
        try {
            traces = asking.traces();
        } catch (InterruptedException | RuntimeException e) {
            int _ = telling.applyAsInt(unknown(plan));
            throw e;
        }
        return telling.applyAsInt(traces);
    }

    private static Traces unknown(RevocationPlan plan) {
        return Told.of(plan).stream()
                .map(told -> Traces.untold(told.identity(), MESSAGES.text("kill.stopped")))
                .reduce(Traces.UNASKED, Traces::and);
    }
}
