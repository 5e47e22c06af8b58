package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.Operator.Quantifier;
import dev.curfew.analysis.aws.condition.RequestContext.Entry;
import dev.curfew.analysis.aws.condition.sample.Samples;
import dev.curfew.analysis.aws.condition.value.ValueTest;
import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One operator over one key, with the values of the policy. Compiled once.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
final class KeyCondition implements Condition {
    private final int hash;
    private final boolean negated;
    private final Quantifier quantifier;
    private final String key;

    /// The values, where none has variables: what comparing needs, and no more.
    private final ValueTest @Nullable [] constants;

    private final PolicyValue[] values;
    private final Operator operator;
    private final String written;

    private KeyCondition(String written, Operator operator, PolicyValue[] values) {
        this.key = ContextKey.of(written);
        this.hash = ContextKey.spread(key.hashCode());
        this.written = written;
        this.operator = operator;
        this.negated = operator.negated();
        this.quantifier = operator.quantifier();
        this.values = values;
        this.constants = PolicyValue.constants(values);
    }

    /// @param variables whether the policy's version has variables
    /// @throws IllegalArgumentException for an operator that AWS does not have
    static KeyCondition compile(String operator, String key, List<String> values, boolean variables) {
        Operator found = Operator.of(operator);
        if (found == null) {
            throw new IllegalArgumentException("no condition operator: " + operator);
        }
        PolicyValue[] compiled = new PolicyValue[values.size()];
        for (int i = 0; i < compiled.length; i++) {
            compiled[i] = PolicyValue.compile(found.base(), values.get(i), variables);
        }
        return new KeyCondition(key, found, compiled);
    }

    @Override
    public boolean isOn(String lowerCaseKey) {
        return key.equals(lowerCaseKey);
    }

    @Override
    public boolean demands() {
        return operator.base() != null && !negated && !operator.ifExists() && quantifier != Quantifier.ALL;
    }

    @Override
    public List<String> fixedValues() {
        List<String> fixed = new ArrayList<>();
        for (PolicyValue value : values) {
            if (!demands() || !value.isFixed()) {
                return List.of();
            }
            fixed.add(value.written());
        }
        return fixed;
    }

    @Override
    public Match matches(RequestContext context) {
        Entry entry = context.entry(key, hash);
        if (entry == null) {
            return context.isUnknown(key) ? Match.MAYBE : Match.of(holdsForAbsent());
        }
        if (entry.isNothing()) {
            return Match.of(holdsForAbsent());
        }
        if (operator.base() == null) {
            return Match.of(saysOfAbsence(false));
        }
        return switch (quantifier) {
            // a key with several values needs a quantifier: without one the condition does not hold
            case ONE -> entry.isMultiValued() || entry.size() > 1 ? Match.NO : one(entry.first(), context);
            case ALL -> all(entry, context);
            case ANY -> any(entry, context);
        };
    }

    private boolean holdsForAbsent() {
        return operator.base() == null ? saysOfAbsence(true) : operator.holdsForAbsent();
    }

    private boolean saysOfAbsence(boolean absent) {
        for (PolicyValue value : values) {
            if (value.written().equalsIgnoreCase(absent ? "true" : "false")) {
                return true;
            }
        }
        return false;
    }

    private Match all(Entry given, RequestContext context) {
        Match all = Match.YES;
        for (int i = 0; i < given.size() && !all.isNo(); i++) {
            all = all.and(one(given.value(i), context));
        }
        return all;
    }

    private Match any(Entry given, RequestContext context) {
        Match any = Match.NO;
        for (int i = 0; i < given.size() && !any.isYes(); i++) {
            any = any.or(one(given.value(i), context));
        }
        return any;
    }

    /// Whether one value of the request is, or with a negated operator is not, one of the policy's.
    private Match one(String given, RequestContext context) {
        ValueTest[] tests = constants;
        if (tests != null) {
            return Match.of(negated ? isNone(tests, given) : isOne(tests, given));
        }
        return negated ? isNone(given, context) : isOne(given, context);
    }

    private static boolean isOne(ValueTest[] tests, String given) {
        for (ValueTest test : tests) {
            if (test.test(given) == Outcome.HOLDS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNone(ValueTest[] tests, String given) {
        for (ValueTest test : tests) {
            if (test.test(given) != Outcome.DIFFERS) {
                return false;
            }
        }
        return true;
    }

    private Match isOne(String given, RequestContext context) {
        Match found = Match.NO;
        for (int i = 0; i < values.length && !found.isYes(); i++) {
            found = found.or(values[i].is(given, context));
        }
        return found;
    }

    private Match isNone(String given, RequestContext context) {
        Match none = Match.YES;
        for (int i = 0; i < values.length && !none.isNo(); i++) {
            none = none.and(values[i].isNot(given, context));
        }
        return none;
    }

    @Override
    public void unknownKeys(RequestContext context, Set<String> names) {
        if (context.isUnknown(key)) {
            names.add(written);
        }
        for (PolicyValue value : values) {
            value.unknownKeys(context, names);
        }
    }

    @Override
    public void sample(String lowerCaseKey, Samples samples) {
        if (key.equals(lowerCaseKey)) {
            for (PolicyValue value : values) {
                value.sample(samples);
            }
        }
    }

    @Override
    public void sampleVariables(
            String lowerCaseKey, RequestContext context, Function<String, Collection<String>> others, Samples samples) {
        boolean own = key.equals(lowerCaseKey);
        for (PolicyValue value : values) {
            if (own) {
                value.sampleFilled(context, others, samples);
            } else {
                others.apply(key).forEach(given -> value.sampleVariable(lowerCaseKey, given, samples));
            }
        }
    }
}
