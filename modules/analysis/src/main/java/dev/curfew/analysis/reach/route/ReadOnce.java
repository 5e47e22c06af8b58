package dev.curfew.analysis.reach.route;

import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.Derived;
import java.util.Map;
import java.util.function.Function;

/// What policies were read as, each once, when it was first needed. An index hands them on to the next; a policy that
/// the next has otherwise is read again. Safe for use by many threads.
///
/// @param <T> hangs on nothing but the policy
public final class ReadOnce<T> {
    private final Function<Policy, T> read;
    private final Spare<PolicyId, Known<T>> spare = new Spare<>();

    private ReadOnce(Function<Policy, T> read) {
        this.read = read;
    }

    private record Known<T>(Policy policy, T value) {
        @SuppressWarnings("ReferenceEquality") // one alike is read again: to compare texts is no cheaper by much
        boolean isOf(Policy other) {
            return policy == other;
        }
    }

    /// @param read what it may throw is thrown to whoever asks
    public static <T> Derived<ReadOnce<T>> by(Function<Policy, T> read) {
        return Derived.of(_ -> new ReadOnce<>(read));
    }

    public T of(Policy policy) {
        Map<PolicyId, Known<T>> known = spare.map();
        Known<T> found = known.get(policy.id());
        return found != null && found.isOf(policy)
                ? found.value()
                : known.compute(
                                policy.id(),
                                (_, other) -> other != null && other.isOf(policy)
                                        ? other
                                        : new Known<>(policy, read.apply(policy)))
                        .value();
    }
}
