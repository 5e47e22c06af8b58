package dev.curfew.analysis.aws.condition;

import dev.curfew.analysis.aws.condition.value.Comparison;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.aws.condition.value.ValueTest;
import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One value of a condition. A variable without a value is equal to nothing and like nothing, and "is not" cannot be
/// said of it either: the statement does not take effect.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value>
final class PolicyValue {
    private final @Nullable Comparison comparison;
    private final Variables text;
    private final ValueTest constant;

    /// @param comparison null for `Null`, which compares nothing
    PolicyValue(@Nullable Comparison comparison, Variables text) {
        this.comparison = comparison;
        this.text = text;
        this.constant =
                comparison != null && text.isConstant() ? comparison.compile(text.constant()) : ValueTest.NOTHING;
    }

    String written() {
        return text.constant();
    }

    /// Whether it is one text, for every request the same.
    boolean isFixed() {
        return text.isConstant()
                && Glob.literalLength(text.constant()) == text.constant().length();
    }

    Match is(String given, RequestContext context) {
        return compared(given, context, Outcome.HOLDS);
    }

    Match isNot(String given, RequestContext context) {
        return compared(given, context, Outcome.DIFFERS);
    }

    private Match compared(String given, RequestContext context, Outcome wanted) {
        if (text.isConstant()) {
            return Match.of(constant.test(given) == wanted);
        }
        if (context.isPartial()) {
            List<String> unknown = text.unknownKeys(context);
            if (!unknown.isEmpty()) {
                return new Match(Match.Truth.MAYBE, new TreeSet<>(unknown), Set.of());
            }
        }
        Optional<String> filled = text.fill(context);
        return Match.of(filled.isPresent() && test(filled.get()).test(given) == wanted);
    }

    private ValueTest test(String filled) {
        return comparison == null ? ValueTest.NOTHING : comparison.compile(filled);
    }
}
