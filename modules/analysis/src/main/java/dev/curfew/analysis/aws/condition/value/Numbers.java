package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.math.BigDecimal;
import java.util.Optional;

/// Whole and decimal numbers, compared exactly.
final class Numbers {
    /// Longer than any number that means something; keeps a hostile text from costing much.
    private static final int LENGTH_MAX = 64;

    private Numbers() {}

    static ValueTest compared(String policy, Order order) {
        Optional<BigDecimal> bound = parse(policy);
        return bound.isEmpty()
                ? ValueTest.NOTHING
                : given -> parse(given)
                        .map(number -> Outcome.of(order.holds(number.compareTo(bound.get()))))
                        .orElse(Outcome.INCOMPARABLE);
    }

    private static Optional<BigDecimal> parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
