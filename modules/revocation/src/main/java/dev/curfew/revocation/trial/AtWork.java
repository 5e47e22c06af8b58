package dev.curfew.revocation.trial;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The plans that are run or taken back just now in this process: no two do so with one plan at once, for one would act
/// on what the other has just undone.
public final class AtWork {
    private final Set<String> plans = ConcurrentHashMap.newKeySet();

    /// What is done with a plan.
    @FunctionalInterface
    public interface Deed<T, E extends Exception> {
        Outcome<T> done() throws E;
    }

    /// @return what the deed does, or AT_WORK: then it was not begun
    public <T, E extends Exception> Outcome<T> alone(String planId, Deed<T, E> deed) throws E {
        if (!plans.add(planId)) {
            return Outcome.refused(Refusal.AT_WORK, planId);
        }
        try {
            return deed.done();
        } finally {
            plans.remove(planId);
        }
    }
}
