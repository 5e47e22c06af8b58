package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.sample.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What a statement makes its effect hang on. Compiled once.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html>
public sealed interface Condition permits KeyCondition, NoOtherKey, UnhandledCondition {

    /// @param variables whether the policy's version has variables
    /// @throws IllegalArgumentException for an operator that AWS does not have
    static Condition compile(String operator, String key, List<String> values, boolean variables) {
        return KeyCondition.compile(operator, key, values, variables);
    }

    /// Whether AWS has an operator.
    static boolean isOperator(String text) {
        return Operator.of(text) != null;
    }

    /// That the request has no other key that begins so.
    ///
    /// @param names what may follow the beginning
    static Condition noOther(String start, Collection<String> names) {
        return NoOtherKey.of(start, names);
    }

    /// A condition that nobody can decide.
    ///
    /// @param what what an unknown answer says
    static Condition unhandled(String what) {
        return new UnhandledCondition(what);
    }

    Match matches(RequestContext context);

    /// @param lowerCaseKey a condition key in lower case
    default boolean isOn(String lowerCaseKey) {
        return false;
    }

    /// Whether it holds only where the key is one of its values, or like one.
    default boolean demands() {
        return false;
    }

    /// The values that the key has to be one of, where all are fixed: neither wildcards nor variables. Empty where the
    /// condition does not hold the key to fixed values.
    default List<String> fixedValues() {
        return List.of();
    }

    /// The keys that it needs and that are not known, as they are written.
    default void unknownKeys(RequestContext context, Set<String> names) {}

    /// Values that the key could have so that it makes a difference here.
    ///
    /// @param key in lower case
    default void sample(String key, Samples samples) {}

    /// The same for what follows from variables.
    ///
    /// @param others what is known of another key, or could be
    default void sampleVariables(
            String key, RequestContext context, Function<String, Collection<String>> others, Samples samples) {}
}
