package dev.curfew.analysis.aws.condition.value;

/// One value of a policy, made ready to be compared.
@FunctionalInterface
public interface ValueTest {

    /// How a value of a request compares with it.
    enum Outcome {
        HOLDS,
        DIFFERS,
        /// One of the two is not of the operator's type: neither "is" nor "is not" can be said.
        INCOMPARABLE;

        static Outcome of(boolean holds) {
            return holds ? HOLDS : DIFFERS;
        }
    }

    /// For a value that nothing compares with.
    ValueTest NOTHING = _ -> Outcome.INCOMPARABLE;

    Outcome test(String given);
}
