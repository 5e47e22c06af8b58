package dev.curfew.analysis.aws.condition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One operator over one key, with the values of the policy. Compiled once.
public final class Condition {
    private final String key;
    private final String written;
    private final @Nullable Operator operator;
    private final List<Variables> values;

    private Condition(String key, String written, @Nullable Operator operator, List<Variables> values) {
        this.key = key;
        this.written = written;
        this.operator = operator;
        this.values = values;
    }

    /// @param variables whether the policy's version has variables
    public static Condition compile(String operator, String key, List<String> values, boolean variables) {
        Operator found = Operator.of(operator).orElse(null);
        Comparison base = found == null ? null : found.base();
        boolean filled = variables && base != null && base.hasVariables();
        boolean wildcards = base != null && base.hasWildcards();
        return new Condition(
                RequestContext.lower(key),
                "condition operator " + operator,
                found,
                values.stream()
                        .map(value -> Variables.compile(value, filled, text -> wildcards ? Glob.wildcards(text) : text))
                        .toList());
    }

    /// A condition that nobody can decide.
    ///
    /// @param what what an unknown answer says
    public static Condition unhandled(String what) {
        return new Condition("", what, null, List.of());
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
        Comparison base = it.base();
        if (base == null) {
            return Match.of(values.stream()
                    .anyMatch(value -> value.constant().equalsIgnoreCase(String.valueOf(given.isEmpty()))));
        }
        if (given.isEmpty()) {
            return Match.of(it.ifExists()
                    || switch (it.quantifier()) {
                        case ONE -> it.negated();
                        case ALL -> true;
                        case ANY -> false;
                    });
        }
        return compare(it, base, given, context);
    }

    private Match compare(Operator it, Comparison base, List<String> given, RequestContext context) {
        return switch (it.quantifier()) {
            // a key with several values needs a quantifier: without one the condition does not hold
            case ONE ->
                given.size() > 1 || context.isMultiValued(key) ? Match.NO : one(it, base, given.getFirst(), context);
            case ALL ->
                given.stream().map(value -> one(it, base, value, context)).reduce(Match.YES, Match::and);
            case ANY ->
                given.stream().map(value -> one(it, base, value, context)).reduce(Match.NO, Match::or);
        };
    }

    private Match one(Operator it, Comparison base, String given, RequestContext context) {
        Match found = Match.NO;
        for (Variables value : values) {
            found = found.or(compare(base, value, given, context));
            if (found.isYes()) {
                break;
            }
        }
        return it.negated() ? found.not() : found;
    }

    private static Match compare(Comparison base, Variables value, String given, RequestContext context) {
        List<String> unknown = value.unknownKeys(context);
        if (!unknown.isEmpty()) {
            return new Match(Match.Truth.MAYBE, new TreeSet<>(unknown), Set.of());
        }
        return Match.of(value.fill(context).map(text -> base.holds(text, given)).orElse(false));
    }
}
