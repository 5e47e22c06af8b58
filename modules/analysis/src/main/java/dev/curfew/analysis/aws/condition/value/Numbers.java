package dev.curfew.analysis.aws.condition.value;

import dev.curfew.analysis.aws.condition.value.ValueTest.Outcome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Whole and decimal numbers, compared exactly.
final class Numbers {
    /// Longer than any number that means something; keeps a hostile text from costing much.
    private static final int LENGTH_MAX = 64;

    /// Exponents beyond would be numbers that are costly to compare.
    private static final int SCALE_MAX = 1_000;

    /// Every whole number of so many digits is a `long`.
    private static final int LONG_DIGITS = 18;

    private Numbers() {}

    static ValueTest compared(String policy, Order order) {
        BigDecimal bound = parse(policy);
        if (bound == null) {
            return ValueTest.NOTHING;
        }
        if (isWhole(policy)) {
            long whole = bound.longValue();
            return given -> isWhole(given)
                    ? Outcome.of(order.holds(Long.compare(Long.parseLong(given), whole)))
                    : compare(given, bound, order);
        }
        return given -> compare(given, bound, order);
    }

    private static Outcome compare(String given, BigDecimal bound, Order order) {
        BigDecimal number = parse(given);
        return number == null ? Outcome.INCOMPARABLE : Outcome.of(order.holds(number.compareTo(bound)));
    }

    /// Digits alone, so few that a `long` holds them: what most numbers are.
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONG_DIGITS;
    }

    private static @Nullable BigDecimal parse(String text) {
        if (text.length() > LENGTH_MAX) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > SCALE_MAX ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
