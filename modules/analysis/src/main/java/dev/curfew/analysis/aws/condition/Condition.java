package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.value.Comparison;
import dev.curfew.analysis.aws.condition.value.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One operator over one key, with the values of the policy. Compiled once.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
public final class Condition {
    private final String key;
    private final String written;
    private final @Nullable Operator operator;
    private final List<PolicyValue> values;

    private Condition(String key, String written, @Nullable Operator operator, List<PolicyValue> values) {
        this.key = key;
        this.written = written;
        this.operator = operator;
        this.values = values;
    }

    /// @param variables whether the policy's version has variables
    /// @throws IllegalArgumentException for an operator that AWS does not have
    public static Condition compile(String operator, String key, List<String> values, boolean variables) {
        Operator found = Operator.of(operator)
                .orElseThrow(() -> new IllegalArgumentException("no condition operator: " + operator));
        Comparison base = found.base();
        boolean filled = variables && base != null && base.hasVariables();
        UnaryOperator<String> literal =
                base != null && base.hasWildcards() ? Glob::wildcards : UnaryOperator.identity();
        List<PolicyValue> compiled = new ArrayList<>(values.size());
        for (String value : values) {
            compiled.add(new PolicyValue(base, Variables.compile(value, filled, literal)));
        }
        return new Condition(RequestContext.lower(key), "", found, compiled);
    }

    /// A condition that nobody can decide.
    ///
    /// @param what what an unknown answer says
    public static Condition unhandled(String what) {
        return new Condition("", what, null, List.of());
    }

    /// @param lowerCaseKey a condition key in lower case
    public boolean isOn(String lowerCaseKey) {
        return key.equals(lowerCaseKey);
    }

    /// The values that the key has to be one of, where all are fixed: neither wildcards nor variables. Empty where the
    /// condition does not hold the key to fixed values.
    public List<String> fixedValues() {
        Operator it = operator;
        boolean holdsToThem = it != null
                && it.base() != null
                && !it.negated()
                && !it.ifExists()
                && it.quantifier() != Operator.Quantifier.ALL
                && values.stream().allMatch(PolicyValue::isFixed);
        return holdsToThem ? values.stream().map(PolicyValue::written).toList() : List.of();
    }

    public Match matches(RequestContext context) {
        Operator it = operator;
        if (it == null) {
            return Match.unhandled(written);
        }
        if (context.isUnknown(key)) {
            return Match.dependsOn(key);
        }
        List<String> given = context.values(key);
        if (it.base() == null) {
            return Match.of(saysOfAbsence(String.valueOf(isNothing(given))));
        }
        if (given.isEmpty()) {
            return Match.of(it.holdsForAbsent());
        }
        return switch (it.quantifier()) {
            // a key with several values needs a quantifier: without one the condition does not hold
            case ONE -> given.size() > 1 || context.isMultiValued(key) ? Match.NO : one(it, given.getFirst(), context);
            case ALL -> isNothing(given) ? Match.YES : all(it, given, context);
            case ANY -> any(it, given, context);
        };
    }

    private boolean saysOfAbsence(String absent) {
        for (PolicyValue value : values) {
            if (value.written().equalsIgnoreCase(absent)) {
                return true;
            }
        }
        return false;
    }

    /// A set without values, or with the empty text alone, is a null data set:
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>.
    private static boolean isNothing(List<String> given) {
        return given.isEmpty() || (given.size() == 1 && given.getFirst().isEmpty());
    }

    private Match all(Operator it, List<String> given, RequestContext context) {
        Match all = Match.YES;
        for (String value : given) {
            all = all.and(one(it, value, context));
        }
        return all;
    }

    private Match any(Operator it, List<String> given, RequestContext context) {
        Match any = Match.NO;
        for (String value : given) {
            any = any.or(one(it, value, context));
        }
        return any;
    }

    /// Whether one value of the request is, or with a negated operator is not, one of the policy's.
    private Match one(Operator it, String given, RequestContext context) {
        Match found = it.negated() ? Match.YES : Match.NO;
        for (int i = 0; i < values.size(); i++) {
            PolicyValue value = values.get(i);
            found = it.negated() ? found.and(value.isNot(given, context)) : found.or(value.is(given, context));
        }
        return found;
    }
}
