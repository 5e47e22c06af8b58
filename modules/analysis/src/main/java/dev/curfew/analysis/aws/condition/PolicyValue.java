package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.sample.Samples;
import dev.curfew.analysis.aws.condition.value.Comparison;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.aws.condition.value.ValueTest;
import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One value of a condition.
final class PolicyValue {
    private static final String STAR = String.valueOf(Glob.STAR);

    private final @Nullable Comparison comparison;
    private final Variables text;
    private final @Nullable ValueTest constant;

    private PolicyValue(@Nullable Comparison comparison, Variables text, @Nullable ValueTest constant) {
        this.comparison = comparison;
        this.text = text;
        this.constant = constant;
    }

    /// @param comparison null for `Null`, which compares nothing
    /// @param variables whether the policy's version has variables
    static PolicyValue compile(@Nullable Comparison comparison, String value, boolean variables) {
        if (comparison == null) {
            return new PolicyValue(null, Variables.compile(value, false, false), ValueTest.NOTHING);
        }
        Variables text = Variables.compile(value, variables && comparison.hasVariables(), comparison.hasWildcards());
        ValueTest constant = text.isConstant() ? comparison.compile(text.constant(), text.isMarked()) : null;
        return new PolicyValue(comparison, text, constant);
    }

    /// What each compares with; null where one has variables.
    static ValueTest @Nullable [] constants(PolicyValue[] values) {
        ValueTest[] constants = new ValueTest[values.length];
        for (int i = 0; i < values.length; i++) {
            ValueTest constant = values[i].constant;
            if (constant == null) {
                return null;
            }
            constants[i] = constant;
        }
        return constants;
    }

    String written() {
        return text.constant();
    }

    /// Whether it is one text, for every request the same.
    boolean isFixed() {
        boolean wild = comparison != null && comparison.hasWildcards();
        return text.isConstant()
                && (!wild || Glob.of(text.constant(), text.isMarked()).isLiteral());
    }

    Match is(String given, RequestContext context) {
        return constant != null
                ? Match.of(constant.test(given) == Outcome.HOLDS)
                : filled(given, context, Outcome.HOLDS);
    }

    Match isNot(String given, RequestContext context) {
        return constant != null
                ? Match.of(constant.test(given) == Outcome.DIFFERS)
                : filled(given, context, Outcome.DIFFERS);
    }

    /// A variable without a value: nothing is equal to it or like it, and everything is not.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value>
    private Match filled(String given, RequestContext context, Outcome wanted) {
        if (text.isUnknown(context)) {
            return Match.MAYBE;
        }
        String filled = text.fill(context, STAR);
        return Match.of(
                filled == null ? wanted == Outcome.DIFFERS : test(filled).test(given) == wanted);
    }

    private ValueTest test(String filled) {
        return comparison == null ? ValueTest.NOTHING : comparison.compile(filled, text.isMarked());
    }

    void unknownKeys(RequestContext context, Set<String> names) {
        text.unknownKeys(context, names);
    }

    /// What it compares with, where that has no variables.
    void sample(Samples samples) {
        if (comparison != null && text.isConstant()) {
            samples.add(comparison, text.constant(), text.isMarked());
        }
    }

    /// What it compares with for values that its variables could have.
    void sampleFilled(RequestContext context, Function<String, Collection<String>> others, Samples samples) {
        if (comparison != null && !text.isConstant()) {
            text.fillings(context, others).forEach(filled -> samples.add(comparison, filled, text.isMarked()));
        }
    }

    /// Values of one of its variables with which it could be, or be like, the given.
    void sampleVariable(String key, String given, Samples samples) {
        text.holes(key, given, samples);
    }
}
